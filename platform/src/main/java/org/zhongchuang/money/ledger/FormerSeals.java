package org.zhongchuang.money.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * The seals from before trees: batches of leaves with a Merkle root each, without prefixes, chained one to the other.
 * None is added any more; those that are there are verified as they were made.
 */
final class FormerSeals {

    private final JdbcClient jdbc;

    FormerSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Seal(long id, int leaves, String root, String chained) {}

    /** The first seal that is not what its leaves make, or does not stand on the one before. */
    Optional<Text> fault() {
        var before = "";
        var expected = 1L;
        for (var one : jdbc.sql(
                        "select id, leaves, encode(root, 'hex') root, encode(chained, 'hex') chained from ledger.seal order by id")
                .query((row, _) -> new Seal(
                        row.getLong("id"), row.getInt("leaves"), row.getString("root"), row.getString("chained")))
                .list()) {
            List<String> leaves = jdbc.sql(
                            "select encode(p.leaf, 'hex') leaf from ledger.sealed s join ledger.posting p on p.id = s.posting where s.seal = :seal order by s.place")
                    .param("seal", one.id())
                    .query((row, _) -> row.getString("leaf"))
                    .list();
            if (one.id() != expected
                    || leaves.size() != one.leaves()
                    || !root(leaves).equals(one.root())
                    || !chained(before, one.root()).equals(one.chained())) {
                return Optional.of(Text.of(
                        "第%d个封存与其内容不符".formatted(one.id()),
                        "seal %d does not hold what it sealed".formatted(one.id())));
            }
            before = one.chained();
            expected++;
        }
        return Optional.empty();
    }

    /** The Merkle root of hashes in hexadecimal; an odd leaf goes up as it is. */
    static String root(List<String> leaves) {
        var level = leaves;
        while (level.size() > 1) {
            var above = new ArrayList<String>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? chained(level.get(i), level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }

    static String chained(String before, String root) {
        return Sha256.hex(HexFormat.of().parseHex(before + root));
    }
}
