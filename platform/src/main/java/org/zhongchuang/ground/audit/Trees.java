package org.zhongchuang.ground.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The trees as they are kept: heads, and proofs on request. */
@Service
public class Trees {

    /** Nodes are kept at every eighth level, so that a proof reads at most a few hundred rows. */
    static final int STEP = 8;

    private static final int HIGHEST = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    public Trees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That a row is sealed: what it says, and the way from it to a signed root.
     *
     * @param said the text whose hash, with a zero byte in front, is the leaf
     * @param path hashes from the leaf upwards, hexadecimal
     */
    public record Inclusion(String said, String leaf, long place, List<String> path, Head head) {

        /** Whether the path leads from what the row says to the signed root. */
        public boolean holds() {
            return Tree.includes(Tree.leaf(said), place, head.size(), parsed(path), HEX.parseHex(head.root()))
                    && head.isSigned();
        }
    }

    /** That nothing was changed or taken away between two heads. */
    public record Consistency(Head older, Head newer, List<String> path) {

        public boolean holds() {
            return Tree.grew(
                            older.size(),
                            HEX.parseHex(older.root()),
                            newer.size(),
                            HEX.parseHex(newer.root()),
                            parsed(path))
                    && older.isSigned()
                    && newer.isSigned();
        }
    }

    /** The newest head. */
    public Optional<Head> head(String log) {
        return jdbc.sql("select * from audit.head where log = :log order by size desc limit 1")
                .param("log", log)
                .query(Trees::head)
                .optional();
    }

    public Optional<Head> head(String log, long size) {
        return jdbc.sql("select * from audit.head where log = :log and size = :size")
                .param("log", log)
                .param("size", size)
                .query(Trees::head)
                .optional();
    }

    /** The last head of each of that many days up to today, the newest first; a day without one has none. */
    public List<Head> daily(String log, LocalDate today, ZoneId zone, int days) {
        return jdbc.sql("""
                        select distinct on (h.size) h.* from generate_series(0, :days - 1) ago
                         cross join lateral (select * from audit.head where log = :log
                                                and at < (cast(:today as date) - ago + 1)::timestamp at time zone :zone
                                              order by at desc, size desc limit 1) h
                         order by h.size desc
                        """)
                .param("log", log)
                .param("today", today)
                .param("zone", zone.getId())
                .param("days", days)
                .query(Trees::head)
                .list();
    }

    /** The proof for a row, if it is sealed. */
    public Optional<Inclusion> inclusion(SealedLog log, long row) {
        var place = jdbc.sql("select place from audit.leaf where log = :log and thing = :row")
                .param("log", log.name())
                .param("row", row)
                .query(Long.class)
                .optional();
        var said = log.said(List.of(row)).get(row);
        if (place.isEmpty() || said == null) {
            return Optional.empty();
        }
        return head(log.name())
                .map(head -> new Inclusion(
                        said,
                        HEX.formatHex(Tree.leaf(said)),
                        place.get(),
                        hexadecimal(tree(log.name(), head.size()).inclusion(place.get())),
                        head));
    }

    /** The proof that one head grew out of another. */
    public Consistency consistency(Head older, Head newer) {
        return new Consistency(
                older, newer, hexadecimal(tree(newer.log(), newer.size()).consistency(older.size())));
    }

    Tree tree(String log, long size) {
        return new Tree(size, (level, place) -> subtree(log, level, place));
    }

    private byte[] subtree(String log, int level, long place) {
        var kept = Math.min(level / STEP * STEP, HIGHEST);
        return Tree.over(nodes(log, kept, place << (level - kept), (place + 1) << (level - kept)));
    }

    /** Nodes of one kept level, from one place to before another. */
    List<byte[]> nodes(String log, int level, long from, long to) {
        var found = jdbc.sql(
                        level == 0
                                ? "select hash from audit.leaf where log = :log and place >= :from and place < :to order by place"
                                : "select hash from audit.subtree where log = :log and level = :level and place >= :from and place < :to order by place")
                .param("log", log)
                .param("from", from)
                .param("to", to)
                .param("level", level)
                .query((row, _) -> row.getBytes("hash"))
                .list();
        if (found.size() != to - from) {
            throw new IllegalStateException(
                    "of the tree %s, nodes %d to %d of level %d are not all there".formatted(log, from, to, level));
        }
        return found;
    }

    static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getString("log"),
                row.getLong("size"),
                HEX.formatHex(row.getBytes("root")),
                row.getObject("at", Timestamp.class).toInstant(),
                row.getString("key"),
                row.getString("signature"));
    }

    private static List<String> hexadecimal(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }

    private static List<byte[]> parsed(List<String> hashes) {
        return hashes.stream().map(HEX::parseHex).toList();
    }
}
