package org.zhongchuang.records.evidence;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.TableReading;

/**
 * Many rows at once: a table is read and judged first, kept when its sender confirms, and undone as a whole.
 *
 * <p>The table is streamed twice, once to judge it and once to keep it, so its length costs time but no memory. All
 * rows are kept in one transaction.
 */
@Service
public class Imports {

    private static final int AT_ONCE = 2_000;

    private final Entries entries;
    private final Tenants tenants;
    private final KeepRecords records;
    private final UploadedTables tables;
    private final Batches batches;
    private final AuditLog audit;

    Imports(
            Entries entries,
            Tenants tenants,
            KeepRecords records,
            UploadedTables tables,
            Batches batches,
            AuditLog audit) {
        this.entries = entries;
        this.tenants = tenants;
        this.records = records;
        this.tables = tables;
        this.batches = batches;
        this.audit = audit;
    }

    /** Takes in a table and judges every row. */
    public SentTable send(Actor actor, SubjectId space, RecordKind kind, InputStream content, String name) {
        if (!records.keeps(actor, space)) {
            return new SentTable.Rejected(Reason.NOT_YOURS.text());
        }
        return switch (tables.store(content, name, actor)) {
            case Storing.Rejected(var reason) -> new SentTable.Rejected(reason.text());
            case Storing.Stored(var file) -> read(actor, space, kind, file);
        };
    }

    private SentTable read(Actor actor, SubjectId space, RecordKind kind, StoredFile file) {
        TableReading reading;
        try {
            reading = tables.judge(actor, file, kind);
        } catch (SheetReader.Unreadable e) {
            return new SentTable.Rejected(e.why());
        }
        if (reading.layout().names().isEmpty()
                || (reading.rows() == 0 && reading.question().isEmpty())) {
            return new SentTable.Rejected(Text.of("表格里没有数据行。", "The table has no rows."));
        }
        var id = batches.add(space, kind, file, reading, actor.person());
        audit.record(actor, "evidence.send", id.toString(), kind.name());
        return new SentTable.Read(batches.find(id).orElseThrow());
    }

    /** Keeps the rows of a table in which no name looks like another. */
    public Recording accept(Actor actor, UUID id, boolean partly, String unit) {
        return accept(actor, id, partly, unit, Map.of());
    }

    /** The names of a table that was read of which somebody has to say whether they are the same as others. */
    public List<AlikeNames.Question> questions(Batch batch) {
        return tables.questions(batch.space(), batches.fileOf(batch.id()), batch.kind(), batches.layoutOf(batch.id()));
    }

    /**
     * Keeps the rows of a table that was read.
     *
     * @param partly whether the good rows are wanted although others are wrong
     * @param unit {@code yuan} or {@code ten_thousand} where that was asked
     * @param names what was said of names that look like others, by their keys
     */
    public Recording accept(Actor actor, UUID id, boolean partly, String unit, Map<String, String> names) {
        var found = batches.find(id).filter(one -> one.state() == Batch.State.READ);
        if (found.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        var batch = found.get();
        if (!records.keeps(actor, batch.space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (batch.question().equals("COLUMNS")) {
            return Recording.refused(Reason.COLUMNS_MISSING);
        }
        if (batch.good() == 0 || (batch.wrong() > 0 && !partly)) {
            return Recording.refused(Reason.HAS_FINDINGS);
        }
        var answered = unit.equals("yuan") || unit.equals("ten_thousand");
        if (batch.question().equals("UNIT") && !answered) {
            return Recording.refused(Reason.UNIT_UNCLEAR);
        }
        var same = SameNames.said(batch.kind(), questions(batch), names);
        if (same.isEmpty()) {
            return Recording.refused(Reason.NAMES_UNCLEAR);
        }
        if (!batches.begin(id)) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        if (batch.rows() <= AT_ONCE) {
            return keep(actor, batch, unit.equals("ten_thousand"), same.get());
        }
        Thread.startVirtualThread(() -> keep(actor, batch, unit.equals("ten_thousand"), same.get()));
        return new Recording.Done(id.toString());
    }

    private Recording keep(Actor actor, Batch batch, boolean inTenThousands, SameNames same) {
        var kept = false;
        try {
            var kind = batch.kind();
            var recording = records.whole(() -> {
                var keeping = new KeptRows(entries, tenants, actor, batch, same, done -> progress(batch, done));
                tables.readAgain(
                        batches.fileOf(batch.id()),
                        kind,
                        batches.layoutOf(batch.id()),
                        inTenThousands,
                        (number, _, read) -> keeping.take(number, read));
                keeping.flush();
                batches.finish(batch, keeping.kept(), keeping.problems());
                audit.record(actor, "evidence.import", batch.id().toString(), keeping.kept() + " " + kind.name());
                return new Recording.Done(batch.id().toString());
            });
            kept = recording instanceof Recording.Done;
            if (recording instanceof Recording.Refused(var reason)) {
                batches.say(batch, List.of(new Finding(0, "", reason.text(), true)));
            }
            return recording;
        } finally {
            if (!kept) {
                batches.fail(batch.id());
            }
        }
    }

    /** Told outside the transaction, so that whoever waits can see it. */
    private void progress(Batch batch, int done) {
        if (batch.rows() > AT_ONCE) {
            progressed(batch.id(), done);
        }
    }

    private void progressed(UUID batch, int done) {
        var told = Thread.startVirtualThread(() -> batches.progressed(batch, done));
        try {
            told.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes back every row of an import that still stands, and whom only these rows brought into the register. */
    @Transactional
    public Recording undo(Actor actor, UUID id) {
        var found = batches.find(id).filter(one -> one.state() == Batch.State.DONE);
        if (found.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        if (!records.keeps(actor, found.get().space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (!batches.undo(id)) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        entries.voidBatch(id, actor.person(), "撤销导入");
        tenants.withdraw(entries.subjectsOf(id));
        audit.record(actor, "evidence.undo", id.toString(), "");
        return new Recording.Done(id.toString());
    }

    /** Gives up a table that was read and not kept. */
    public Recording drop(Actor actor, UUID id) {
        var found = batches.find(id).filter(one -> one.state() == Batch.State.READ);
        if (found.isEmpty() || !records.keeps(actor, found.get().space())) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        batches.drop(id);
        return new Recording.Done(id.toString());
    }
}
