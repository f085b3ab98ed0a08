package org.zhongchuang.records.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.RowReader;

/** The good rows of a table on their way into the database, a thousand in a statement, each with its number. */
final class KeptRows {

    private static final int PORTION = 1_000;
    private static final int MOST_PROBLEMS = 50;

    private final Entries entries;
    private final Tenants tenants;
    private final Tenants.OfSpace known;
    private final Actor actor;
    private final Batch batch;
    private final SameNames same;
    private final IntConsumer progress;
    private final List<Finding> problems = new ArrayList<>();
    private final List<Numbered> waiting = new ArrayList<>();
    private int done;
    private int kept;

    /** A row with the number that it has in the file. */
    private record Numbered(int number, Entries.Row row) {}

    KeptRows(Entries entries, Tenants tenants, Actor actor, Batch batch, SameNames same, IntConsumer progress) {
        this.entries = entries;
        this.tenants = tenants;
        this.known = tenants.of(batch.space(), actor.person());
        this.same = same;
        same.tell(known);
        this.actor = actor;
        this.batch = batch;
        this.progress = progress;
    }

    /** Takes a row if it is good; the next one is always wanted. */
    boolean take(int number, RowReader.Read asRead) {
        if (!asRead.isGood()) {
            return true;
        }
        var read = same.applied(asRead);
        var kind = batch.kind();
        var row = KeepRecords.rowOf(known, kind, read.values(), Optional.empty());
        done++;
        var reason = row.map(one -> KeepRecords.against(tenants, batch.space(), kind, one))
                .orElse(Optional.of(kind == RecordKind.AGREEMENTS ? Reason.CODE_OF_ANOTHER : Reason.NOT_A_TENANT));
        if (reason.isEmpty()) {
            waiting.add(new Numbered(number, row.orElseThrow()));
        } else {
            say(
                    number,
                    kind.column(Field.SUBJECT).map(one -> one.label().zh()).orElse(""),
                    about(read.values().getOrDefault(Field.SUBJECT, ""), reason.get()),
                    true);
        }
        // Whether a tenant can leave depends on the departures before.
        if (waiting.size() == PORTION || kind == RecordKind.EXITS) {
            flush();
        }
        return true;
    }

    private static Text about(String tenant, Reason reason) {
        return Text.of(
                tenant + "：" + reason.text().zh(), tenant + ": " + reason.text().en());
    }

    private void say(int number, String column, Text what, boolean mistake) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Finding(number, column, what, mistake));
        }
    }

    /** Keeps what waits. */
    void flush() {
        var rows = waiting.stream().map(Numbered::row).toList();
        var added = entries.add(batch.space(), batch.kind(), rows, batch.id(), actor.person(), null);
        kept += added.size();
        for (var one : waiting) {
            var row = one.row();
            if (!added.contains(row.digest())) {
                var there = entries.isThere(batch.space(), batch.kind(), row.digest());
                say(
                        one.number(),
                        row.values().getOrDefault(Field.UNIT, row.values().getOrDefault(Field.TITLE, "")),
                        there ? Reason.SAME_ROW.text() : Reason.UNIT_TAKEN.text(),
                        !there);
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
        progress.accept(done);
    }

    int kept() {
        return kept;
    }

    List<Finding> problems() {
        return problems;
    }
}
