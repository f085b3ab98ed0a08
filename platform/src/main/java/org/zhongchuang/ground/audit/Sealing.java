package org.zhongchuang.ground.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.DueWork;

/**
 * Seals logs behind the writers' backs: whatever is there and not sealed yet becomes the next leaves of the tree, and
 * the new root is signed. So writers never wait for a seal, and the order of commits does not matter.
 */
@Service
class Sealing implements DueWork {

    private static final int MOST_LEAVES = 4096;

    /** How many rows may overtake one that is slow to commit. */
    static final int MOST_LATE = 10_000;

    private final List<SealedLog> logs;
    private final Trees trees;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transactions;
    private final SignedHeads heads;

    Sealing(
            List<SealedLog> logs,
            Trees trees,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionOperations transactions,
            SignedHeads heads) {
        this.logs = logs;
        this.trees = trees;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.heads = heads;
    }

    @Override
    public About about() {
        return new About(
                "seals",
                Text.of("操作记录和账目的封存", "Seals of the record of acts and of the books"),
                Text.of(
                        "把新的操作记录和新入账的分录封存，任何人事后都不能悄悄改动。",
                        "New acts and new postings are sealed, so that nobody can change them unnoticed."));
    }

    @Override
    public void settle() {
        for (var log : logs) {
            while (Boolean.TRUE.equals(transactions.execute(_ -> sealSome(log)))) {
                // Until all that is there is sealed.
            }
        }
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    private boolean sealSome(SealedLog log) {
        // One sealer at a time, however many nodes there are.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('seal ' || :log))")
                .param("log", log.name())
                .query((_, _) -> true)
                .single();
        var rows = jdbc.sql("""
                        select r.id from %s r
                         where r.id > coalesce((select max(thing) from audit.leaf where log = :log), 0) - :late
                           and not exists (select 1 from audit.leaf l where l.log = :log and l.thing = r.id)
                         order by r.id limit :most
                        """.formatted(log.table()))
                .param("log", log.name())
                .param("late", MOST_LATE)
                .param("most", MOST_LEAVES)
                .query((row, _) -> row.getLong("id"))
                .list();
        if (rows.isEmpty()) {
            return false;
        }
        var before = trees.head(log.name()).map(Head::size).orElse(0L);
        add(log, rows, before);
        var size = before + rows.size();
        heads.sign(log.name(), size, trees.tree(log.name(), size).root());
        return rows.size() == MOST_LEAVES;
    }

    private void add(SealedLog log, List<Long> rows, long before) {
        var said = log.said(rows);
        var leaves = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            leaves.add(new Object[] {
                log.name(), before + leaves.size(), row, Tree.leaf(Objects.requireNonNull(said.get(row)))
            });
        }
        batches.batchUpdate("""
                        insert into audit.leaf (log, place, thing, hash)
                        values (?, ?, ?, ?)
                        """, leaves);
        var after = before + rows.size();
        for (int level = Trees.STEP; after >> level > 0; level += Trees.STEP) {
            for (var place = before >> level; place < after >> level; place++) {
                var below = trees.nodes(log.name(), level - Trees.STEP, place << Trees.STEP, (place + 1) << Trees.STEP);
                jdbc.sql("""
                                insert into audit.subtree (log, level, place, hash)
                                values (:log, :level, :place, :hash)
                                """)
                        .param("log", log.name())
                        .param("level", level)
                        .param("place", place)
                        .param("hash", Tree.over(below))
                        .update();
            }
        }
    }
}
