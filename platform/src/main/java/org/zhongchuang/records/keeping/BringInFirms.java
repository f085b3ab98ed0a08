package org.zhongchuang.records.keeping;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.keeping.Bringing.Reason;
import org.zhongchuang.records.registry.Enrolling;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.FirmTable;
import org.zhongchuang.records.table.Layout;

/**
 * Brings in the firms and teams that a city knew before it used this system, by a table. It is read and shown first and
 * look-alikes are asked about; all of it is entered or nothing, and all of it is taken back if need be.
 */
@Service
public class BringInFirms {

    private static final String ANOTHER = "another";
    private static final String SAME = "same";

    private final JudgeFirms judging;
    private final EnterSubject entering;
    private final Enrolling enrolling;
    private final FirmTables tables;
    private final FileStore files;
    private final AuditLog audit;

    BringInFirms(
            JudgeFirms judging,
            EnterSubject entering,
            Enrolling enrolling,
            FirmTables tables,
            FileStore files,
            AuditLog audit) {
        this.judging = judging;
        this.entering = entering;
        this.enrolling = enrolling;
        this.tables = tables;
        this.files = files;
        this.audit = audit;
    }

    /** A table as it was read, before anything of it is entered. */
    public record Reading(FirmTable kind, Layout layout, List<FirmRow> rows, List<Finding> findings) {

        /** How many rows come to that. */
        public long count(FirmRow.State state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }
    }

    /** Takes in a table; nothing of it is entered yet. */
    @Transactional
    public Bringing send(Actor actor, InputStream content, String name) {
        return switch (files.storeTable(content, name, actor.person().value())) {
            case Storing.Rejected(var reason) -> new Bringing.Rejected(reason.text());
            case Storing.Stored(var file) -> {
                try {
                    judging.judge(actor, files.contentOf(file), Map.of());
                } catch (SheetReader.Unreadable e) {
                    yield new Bringing.Rejected(e.why());
                }
                var id = tables.add(actor, file);
                audit.record(actor, "register.send-table", id.toString(), file.name());
                yield new Bringing.Done(id);
            }
        };
    }

    /** What a table says, with the columns that somebody said, or as they are found where nobody has. */
    public Reading read(Actor actor, FirmTables.Sent table, Map<Integer, Field> said) {
        try {
            var file = files.find(tables.fileOf(table)).orElseThrow();
            var judged = judging.judge(actor, files.contentOf(file), said);
            return new Reading(judged.kind(), judged.layout(), judged.rows(), judged.findings());
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
    }

    /**
     * Enters every row that is new and every one of which somebody said that it is another one.
     *
     * @param answers {@code same} or {@code another}, by the numbers of the rows that ask
     */
    @Transactional
    public Bringing keep(Actor actor, UUID id, Map<Integer, Field> said, Map<Integer, String> answers) {
        var table = tables.find(actor, id).filter(one -> one.state() == FirmTables.State.READ);
        if (table.isEmpty()) {
            return Bringing.refused(Reason.NO_SUCH_TABLE);
        }
        var rows = read(actor, table.get(), said).rows();
        var reason = against(rows, answers);
        if (reason.isPresent()) {
            return Bringing.refused(reason.get());
        }
        if (!tables.settle(id, FirmTables.State.READ, FirmTables.State.KEPT)) {
            return Bringing.refused(Reason.NO_SUCH_TABLE);
        }
        var entered = new ArrayList<SubjectId>();
        for (var row : rows) {
            var entry = row.entry();
            if (entry != null && isEntered(row, answers)) {
                entered.add(enter(actor, entry));
            }
        }
        tables.brought(id, entered);
        audit.record(actor, "register.bring-in", id.toString(), String.valueOf(entered.size()));
        return new Bringing.Done(id);
    }

    private static Optional<Reason> against(List<FirmRow> rows, Map<Integer, String> answers) {
        if (rows.size() > JudgeFirms.MOST_ROWS) {
            return Optional.of(Reason.TOO_MANY);
        }
        if (rows.stream().anyMatch(row -> row.state() == FirmRow.State.WRONG)) {
            return Optional.of(Reason.HAS_MISTAKES);
        }
        if (rows.stream()
                .anyMatch(row -> row.state() == FirmRow.State.ASKED
                        && !List.of(SAME, ANOTHER).contains(answers.getOrDefault(row.number(), "")))) {
            return Optional.of(Reason.HAS_QUESTIONS);
        }
        return rows.stream().noneMatch(row -> isEntered(row, answers)) ? Optional.of(Reason.NO_ROWS) : Optional.empty();
    }

    private static boolean isEntered(FirmRow row, Map<Integer, String> answers) {
        return switch (row.state()) {
            case NEW -> true;
            case ASKED -> ANOTHER.equals(answers.get(row.number()));
            case KNOWN, WRONG -> false;
        };
    }

    private SubjectId enter(Actor actor, EnterSubject.Entry entry) {
        return switch (entering.enter(actor, entry, FormId.fresh(), true)) {
            case Registering.Done(var subject) -> subject;
            case Registering.Refused _ -> throw new Refused(Reason.CHANGED);
        };
    }

    /** Takes everybody out of the register again whom a table brought in; refused where something refers to one. */
    @Transactional
    public Bringing undo(Actor actor, UUID id) {
        if (tables.find(actor, id).isEmpty() || !tables.settle(id, FirmTables.State.KEPT, FirmTables.State.UNDONE)) {
            return Bringing.refused(Reason.NO_SUCH_TABLE);
        }
        for (var subject : tables.broughtBy(id)) {
            if (!enrolling.withdraw(subject, "keeping")) {
                throw new Refused(Reason.IN_USE);
            }
        }
        audit.record(actor, "register.undo-table", id.toString(), "");
        return new Bringing.Done(id);
    }

    /** Gives up a table of which nothing was entered. */
    @Transactional
    public Bringing drop(Actor actor, UUID id) {
        return tables.find(actor, id).isPresent() && tables.settle(id, FirmTables.State.READ, FirmTables.State.DROPPED)
                ? new Bringing.Done(id)
                : Bringing.refused(Reason.NO_SUCH_TABLE);
    }
}
