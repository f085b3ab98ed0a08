package org.zhongchuang.ground.file;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals anew, under the key in use and for its place, whatever an earlier key has sealed.
 *
 * <p>In portions, each in its own transaction: broken off, it goes on where it was. What somebody changes meanwhile is
 * left to him, because he seals with the key in use already.
 */
public final class Resealing {

    private static final int PORTION = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate portion;
    private final Seal seal;

    public Resealing(DataSource source, Seal seal) {
        this.jdbc = JdbcClient.create(source);
        this.portion = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.seal = seal;
    }

    /** Seals everything anew that needs it, and returns how many texts that were. */
    public long reseal(LongConsumer progress) {
        var done = new long[1];
        for (var column : SealedColumn.ALL) {
            var rows = column.after(jdbc, FIRST, PORTION);
            while (!rows.isEmpty()) {
                var these = rows;
                portion.executeWithoutResult(_ -> done[0] += reseal(column, these));
                progress.accept(done[0]);
                rows = column.after(jdbc, rows.getLast().id(), PORTION);
            }
        }
        return done[0];
    }

    private long reseal(SealedColumn column, List<SealedColumn.Row> rows) {
        var done = 0L;
        for (var row : rows) {
            if (!seal.isUpToDate(row.sealed(), column.bound())) {
                var text = seal.open(row.sealed(), column.name(), row.id());
                var fresh = column.bound() ? seal.close(text, column.name(), row.id()) : seal.close(text);
                if (column.replace(jdbc, row, fresh)) {
                    done++;
                }
            }
        }
        return done;
    }

    /** How many texts that key may still have sealed. */
    public long sealedBy(String id) {
        var found = 0L;
        for (var column : SealedColumn.ALL) {
            for (var rows = column.after(jdbc, FIRST, PORTION);
                    !rows.isEmpty();
                    rows = column.after(jdbc, rows.getLast().id(), PORTION)) {
                found += rows.stream()
                        .filter(row -> seal.mayBeSealedBy(row.sealed(), id))
                        .count();
            }
        }
        return found;
    }
}
