package org.zhongchuang.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.calendar.DueWork;
import org.zhongchuang.engine.Text;

/**
 * Seals postings behind the writers' backs: the leaves of a batch make a Merkle root, and each root is chained to the
 * one before. A seal takes whatever is there and not sealed yet, so the order of commits does not matter.
 */
@Service
class Sealing implements DueWork {

    private static final int MOST_LEAVES = 4096;

    /** How many postings may overtake one that is slow to commit. */
    private static final int MOST_LATE = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sealing(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    private record Leaf(long posting, String hash) {}

    @Override
    public About about() {
        return new About(
                "ledger-seals",
                Text.of("账目封存", "Seals of the books"),
                Text.of(
                        "把新入账的分录封存，任何人事后都不能悄悄改动。",
                        "New postings are sealed, so that nobody can change them unnoticed."));
    }

    @Override
    public void settle() {
        while (Boolean.TRUE.equals(transactions.execute(_ -> sealOne()))) {
            // Until all that is there is sealed.
        }
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    private boolean sealOne() {
        // One sealer at a time, however many nodes there are.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger.seal'))")
                .query((row, _) -> true)
                .single();
        var leaves = jdbc.sql("""
                        select p.id, encode(p.leaf, 'hex') from ledger.posting p
                         where p.id > coalesce((select max(posting) from ledger.sealed), 0) - :late
                           and not exists (select 1 from ledger.sealed s where s.posting = p.id) order by p.id limit :most
                        """)
                .param("late", MOST_LATE)
                .param("most", MOST_LEAVES)
                .query((row, _) -> new Leaf(row.getLong(1), row.getString(2)))
                .list();
        if (leaves.isEmpty()) {
            return false;
        }
        record Last(long id, String chained) {}
        var last = jdbc.sql("select id, encode(chained, 'hex') from ledger.seal order by id desc limit 1")
                .query((row, _) -> new Last(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(new Last(0, ""));
        var root = root(leaves.stream().map(Leaf::hash).toList());
        jdbc.sql("insert into ledger.seal values (:id, :leaves, decode(:root, 'hex'), decode(:chained, 'hex'), :now)")
                .param("id", last.id() + 1)
                .param("leaves", leaves.size())
                .param("root", root)
                .param("chained", chained(last.chained(), root))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into ledger.sealed (posting, seal, place)
                        select posting, :seal, n from unnest(cast(:postings as bigint[])) with ordinality w(posting, n)
                        """)
                .param("seal", last.id() + 1)
                .param("postings", leaves.stream().map(Leaf::posting).toArray(Long[]::new))
                .update();
        return leaves.size() == MOST_LEAVES;
    }

    /** The Merkle root of hashes in hexadecimal; an odd leaf goes up as it is. */
    static String root(List<String> leaves) {
        var level = leaves;
        while (level.size() > 1) {
            var above = new ArrayList<String>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? hash(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }

    private static String hash(String one, String other) {
        return hash(HexFormat.of().parseHex(one + other));
    }

    static String chained(String before, String root) {
        return hash(before, root);
    }

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
