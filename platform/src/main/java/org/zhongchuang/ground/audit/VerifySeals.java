package org.zhongchuang.ground.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;

/**
 * Hashes a whole log again and names the first row that is not as it was sealed, or the first head that does not stand
 * for what the tree holds.
 */
@Service
public class VerifySeals {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;

    public VerifySeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was gone through, and the first fault if there is one. */
    public record Report(long rows, long sealed, long heads, Optional<Text> fault) {}

    private record Leaf(long place, long row, String hash) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify(SealedLog log) {
        return verify(log, List.of());
    }

    /**
     * The same, also against heads that somebody kept outside: whoever could change rows and seal all of them again
     * could not change those.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify(SealedLog log, List<Head> kept) {
        return new Report(
                count("select count(*) from " + log.table()),
                jdbc.sql("select count(*) from audit.leaf where log = :log")
                        .param("log", log.name())
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from audit.head where log = :log")
                        .param("log", log.name())
                        .query(Long.class)
                        .single(),
                fault(log, kept));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Optional<Text> fault(SealedLog log, List<Head> kept) {
        var signed = jdbc.sql("select * from audit.head where log = :log order by size")
                .param("log", log.name())
                .query(Trees::head)
                .list();
        var heads = new ArrayDeque<>(Stream.concat(
                        signed.stream(), kept.stream().filter(head -> head.log().equals(log.name())))
                .sorted(Comparator.comparingLong(Head::size))
                .toList());
        var growing = new Tree.Growing();
        for (var leaves = page(log, 0); !leaves.isEmpty(); leaves = page(log, growing.size())) {
            var said = log.said(leaves.stream().map(Leaf::row).toList());
            for (var leaf : leaves) {
                var text = said.get(leaf.row());
                if (text == null) {
                    return fault(log, "第%d行不见了", "row %d is gone", leaf.row());
                }
                if (!HexFormat.of().formatHex(Tree.leaf(text)).equals(leaf.hash()) || leaf.place() != growing.size()) {
                    return fault(log, "第%d行的内容与封存时不符", "row %d no longer says what was sealed", leaf.row());
                }
                growing.add(HexFormat.of().parseHex(leaf.hash()));
                while (!heads.isEmpty() && heads.getFirst().size() == growing.size()) {
                    var head = heads.removeFirst();
                    if (!HexFormat.of().formatHex(growing.root()).equals(head.root()) || !head.isSigned()) {
                        return fault(
                                log,
                                "前%d行的树根或签名不符",
                                "the root or signature over the first %d rows does not hold",
                                head.size());
                    }
                }
            }
        }
        if (!heads.isEmpty()) {
            return fault(
                    log,
                    "封存过%d行，现在少了",
                    "%d rows were sealed, and some are gone",
                    heads.getLast().size());
        }
        if (growing.size() > 0
                && (signed.isEmpty() || growing.size() != signed.getLast().size())) {
            return fault(log, "第%d行起的封存没有签名", "the leaf of row %d and after is not signed", growing.size());
        }
        return late(log);
    }

    /** Rows that were put in long after their turn: nothing that goes through the product is that late. */
    private Optional<Text> late(SealedLog log) {
        return jdbc.sql("""
                        select r.id from %s r
                         where r.id <= coalesce((select max(thing) from audit.leaf where log = :log), 0) - :late
                           and not exists (select 1 from audit.leaf l where l.log = :log and l.thing = r.id) order by r.id limit 1
                        """.formatted(log.table()))
                .param("log", log.name())
                .param("late", Sealing.MOST_LATE)
                .query(Long.class)
                .optional()
                .flatMap(row -> fault(log, "第%d行是事后补进去的，没有封存", "row %d was put in later and is not sealed", row));
    }

    private List<Leaf> page(SealedLog log, long from) {
        return jdbc.sql(
                        "select place, thing, hash from audit.leaf where log = :log and place >= :from order by place limit :page")
                .param("log", log.name())
                .param("from", from)
                .param("page", PAGE)
                .query((row, _) -> new Leaf(
                        row.getLong("place"),
                        row.getLong("thing"),
                        HexFormat.of().formatHex(row.getBytes("hash"))))
                .list();
    }

    private static Optional<Text> fault(SealedLog log, String zh, String en, long row) {
        return Optional.of(Text.of(log.name() + "：" + zh.formatted(row), log.name() + ": " + en.formatted(row)));
    }
}
