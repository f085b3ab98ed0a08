package org.zhongchuang.records.evidence;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.evidence.Column.Field;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Many rows at once: a table is read and judged first, kept when its sender confirms, and undone as a whole.
 *
 * <p>The table is streamed twice, once to judge it and once to keep it, so its length costs time but no memory. All
 * rows are kept in one transaction.
 */
@Service
public class Imports {

    private static final int PORTION = 1_000;
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
            reading = tables.judge(file, kind);
        } catch (SheetReader.Unreadable e) {
            return new SentTable.Rejected(e.why());
        }
        if (reading.rows() == 0 && reading.findings().stream().noneMatch(Batch.Finding::mistake)) {
            return new SentTable.Rejected(Text.of("表格里没有数据行。", "The table has no rows."));
        }
        var id = batches.add(space, kind, file, reading, actor.person());
        audit.record(actor, "evidence.send", id.toString(), kind.name());
        return new SentTable.Read(batches.find(id).orElseThrow());
    }

    /**
     * Keeps the rows of a table that was read.
     *
     * @param partly whether the good rows are wanted although others are wrong
     * @param unit {@code yuan} or {@code ten_thousand} where that was asked
     */
    public Recording accept(Actor actor, UUID id, boolean partly, String unit) {
        var found = batches.find(id).filter(one -> one.state() == Batch.State.READ);
        if (found.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        var batch = found.get();
        if (!records.keeps(actor, batch.space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (batch.good() == 0 || (batch.wrong() > 0 && !partly)) {
            return Recording.refused(Reason.HAS_FINDINGS);
        }
        var answered = unit.equals("yuan") || unit.equals("ten_thousand");
        if (batch.question().equals("UNIT") && !answered) {
            return Recording.refused(Reason.UNIT_UNCLEAR);
        }
        if (!batches.begin(id)) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        if (batch.rows() <= AT_ONCE) {
            return keep(actor, batch, unit.equals("ten_thousand"));
        }
        Thread.startVirtualThread(() -> keep(actor, batch, unit.equals("ten_thousand")));
        return new Recording.Done(id.toString());
    }

    private Recording keep(Actor actor, Batch batch, boolean inTenThousands) {
        var kept = false;
        try {
            var kind = batch.kind();
            var recording = records.whole(() -> {
                var problem = new ArrayList<Batch.Finding>();
                var portions = new Portions(actor, batch, problem);
                tables.readAgain(batches.fileOf(batch.id()), kind, inTenThousands, portions::take);
                portions.flush();
                batches.finish(batch, portions.kept, problem);
                audit.record(actor, "evidence.import", batch.id().toString(), portions.kept + " " + kind.name());
                return new Recording.Done(batch.id().toString());
            });
            kept = recording instanceof Recording.Done;
            if (recording instanceof Recording.Refused(var reason)) {
                batches.say(batch, List.of(new Batch.Finding(0, "", reason.text(), true)));
            }
            return recording;
        } finally {
            if (!kept) {
                batches.fail(batch.id());
            }
        }
    }

    /** Rows on their way into the database, a thousand in a statement. */
    private final class Portions {

        private final Actor actor;
        private final Batch batch;
        private final Tenants.OfSpace known;
        private final List<Batch.Finding> problems;
        private final List<Entries.Row> waiting = new ArrayList<>();
        private int done;
        private int kept;

        private Portions(Actor actor, Batch batch, List<Batch.Finding> problems) {
            this.actor = actor;
            this.batch = batch;
            this.known = tenants.of(batch.space(), actor.person());
            this.problems = problems;
        }

        private void take(Map<Field, String> values) {
            var row = KeepRecords.rowOf(known, batch.kind(), values);
            done++;
            var reason = row.map(one -> KeepRecords.against(tenants, batch.space(), batch.kind(), one))
                    .orElse(Optional.of(
                            batch.kind() == RecordKind.AGREEMENTS ? Reason.CODE_OF_ANOTHER : Reason.NOT_A_TENANT));
            if (reason.isEmpty()) {
                waiting.add(row.orElseThrow());
            } else if (problems.size() < 50) {
                problems.add(
                        new Batch.Finding(done, "", about(values.getOrDefault(Field.SUBJECT, ""), reason.get()), true));
            }
            // Whether a tenant can leave depends on the departures before.
            if (waiting.size() == PORTION || batch.kind() == RecordKind.EXITS) {
                flush();
            }
        }

        private static Text about(String tenant, Reason reason) {
            return Text.of(
                    tenant + "：" + reason.text().zh(),
                    tenant + ": " + reason.text().en());
        }

        private void flush() {
            var added = entries.add(batch.space(), batch.kind(), waiting, batch.id(), actor.person(), null);
            kept += added.size();
            for (var row : waiting) {
                if (!added.contains(row.digest()) && problems.size() < 50) {
                    var there = entries.isThere(batch.space(), batch.kind(), row.digest());
                    problems.add(new Batch.Finding(
                            0,
                            row.values().getOrDefault(Field.UNIT, row.values().getOrDefault(Field.TITLE, "")),
                            there ? Reason.SAME_ROW.text() : Reason.UNIT_TAKEN.text(),
                            !there));
                }
                if (batch.kind() == RecordKind.EXITS && added.contains(row.digest())) {
                    tenants.leave(
                            batch.space(),
                            row.subject().orElseThrow(),
                            LocalDate.parse(row.values().getOrDefault(Field.DAY, "")),
                            actor.person());
                }
            }
            waiting.clear();
            progress();
        }

        /** Told outside the transaction, so that whoever waits can see it. */
        private void progress() {
            if (batch.rows() > AT_ONCE) {
                progressed(batch.id(), done);
            }
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

    /** Takes back every row of an import that still stands. */
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
