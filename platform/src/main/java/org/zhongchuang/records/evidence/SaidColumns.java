package org.zhongchuang.records.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Headings;
import org.zhongchuang.records.table.Preview;
import org.zhongchuang.records.table.TableReading;

/**
 * What a table that was sent looks like before any of it is kept: the values as they were read, and which column is
 * taken for what. Whoever sent it can say it otherwise; what was said of a heading counts for the next table too.
 */
@Service
public class SaidColumns {

    private static final int ROWS_OF_A_PAGE = 50;
    private static final int SAMPLES = 3;

    private final KeepRecords records;
    private final UploadedTables tables;
    private final Batches batches;
    private final ToldHeadings told;
    private final AuditLog audit;

    SaidColumns(KeepRecords records, UploadedTables tables, Batches batches, ToldHeadings told, AuditLog audit) {
        this.records = records;
        this.tables = tables;
        this.batches = batches;
        this.told = told;
        this.audit = audit;
    }

    /**
     * A column of a table that was sent.
     *
     * @param at from 0
     * @param samples what stands in its first rows
     * @param field what it is taken for
     */
    public record Found(int at, String heading, List<String> samples, Optional<Field> field) {

        public Found {
            samples = List.copyOf(samples);
        }
    }

    /** The row of the headings of a table that is not kept yet, 0 where it has none, and its columns. */
    public record Columns(int headings, List<Found> columns) {

        public Columns {
            columns = List.copyOf(columns);
        }
    }

    public Columns columns(Batch batch) {
        var layout = batches.layoutOf(batch.id());
        var samples = tables.samples(batches.fileOf(batch.id()), layout, SAMPLES);
        var found = new ArrayList<Found>();
        for (int at = 0; at < layout.names().size(); at++) {
            var name = layout.names().get(at);
            if (!name.isEmpty() || samples.containsKey(at)) {
                found.add(new Found(
                        at,
                        name,
                        samples.getOrDefault(at, List.of()),
                        Optional.ofNullable(layout.columns().get(at))));
            }
        }
        return new Columns(layout.headings(), found);
    }

    /** The values of some rows as they were read, from that row of the file on. */
    public Preview preview(Batch batch, int from) {
        return tables.preview(
                batches.fileOf(batch.id()), batch.kind(), batches.layoutOf(batch.id()), from, ROWS_OF_A_PAGE);
    }

    /** Says what stands in which column, from 0; every other one is not wanted. */
    @Transactional
    public Recording say(Actor actor, UUID id, Map<Integer, Field> columns) {
        var batch = batches.find(id).filter(one -> one.state() == Batch.State.READ);
        if (batch.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        if (!records.keeps(actor, batch.get().space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (new HashSet<>(columns.values()).size() < columns.size()) {
            return Recording.refused(Reason.COLUMN_TWICE);
        }
        var layout = batches.layoutOf(id).with(columns);
        for (int at = 0; at < layout.names().size(); at++) {
            var heading = layout.names().get(at);
            if (!Headings.plain(heading).isEmpty()) {
                told.tell(actor, batch.get().kind(), heading, Optional.ofNullable(columns.get(at)));
            }
        }
        try {
            return anew(
                    actor,
                    batch.get(),
                    tables.judge(tables.file(batches.fileOf(id)), batch.get().kind(), layout));
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
    }

    /** Says in which row the headings stand; 0 where there are none. */
    @Transactional
    public Recording sayHeadings(Actor actor, UUID id, int row) {
        var batch = batches.find(id).filter(one -> one.state() == Batch.State.READ);
        if (batch.isEmpty()) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        if (!records.keeps(actor, batch.get().space())) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        try {
            return anew(
                    actor,
                    batch.get(),
                    tables.judge(actor, batches.fileOf(id), batch.get().kind(), row));
        } catch (SheetReader.Unreadable e) {
            throw new IllegalStateException("a table that was read once can be read again", e);
        }
    }

    private Recording anew(Actor actor, Batch batch, TableReading reading) {
        if (!batches.judgeAnew(batch.id(), reading)) {
            return Recording.refused(Reason.NO_SUCH_BATCH);
        }
        audit.record(
                actor, "evidence.columns", batch.id().toString(), batch.kind().name());
        return new Recording.Done(batch.id().toString());
    }
}
