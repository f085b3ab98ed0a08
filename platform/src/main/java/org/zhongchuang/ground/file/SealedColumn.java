package org.zhongchuang.ground.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column that holds sealed texts. Whoever adds one writes it down here, or a change of keys would leave it behind.
 *
 * @param key the column that tells its rows apart
 * @param bound whether its seals name their place; one that lies elsewhere before it has a row does not
 */
record SealedColumn(String table, String key, String column, boolean bound) {

    static final List<SealedColumn> ALL = List.of(
            new SealedColumn("notice.objection", "id", "objector", true),
            new SealedColumn("notice.objection", "id", "contact", true),
            new SealedColumn("payment.bank_account", "id", "sealed", true),
            new SealedColumn("identity.authenticator", "person", "secret", false));

    /** One sealed text and the row it is in. */
    static final class Row {

        private final UUID id;
        private final byte[] sealed;

        private Row(UUID id, byte[] sealed) {
            this.id = id;
            this.sealed = sealed;
        }

        UUID id() {
            return id;
        }

        byte[] sealed() {
            return sealed.clone();
        }
    }

    /** The column with its table, as a seal names it. */
    String name() {
        return table + "." + column;
    }

    /** Some sealed text of this column, if there is one. */
    Optional<Row> any(JdbcClient jdbc) {
        return after(jdbc, new UUID(0, 0), 1).stream().findFirst();
    }

    /** The next texts in the order of their rows. */
    List<Row> after(JdbcClient jdbc, UUID last, int most) {
        return jdbc.sql("select %s as id, %s as sealed from %s where %s > :last order by %s limit :most"
                        .formatted(key, column, table, key, key))
                .param("last", last)
                .param("most", most)
                .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list();
    }

    /** Puts a text sealed anew in the place of the one that was read; whether it still stood there. */
    boolean replace(JdbcClient jdbc, Row row, byte[] sealed) {
        return jdbc.sql("update %s set %s = :fresh where %s = :id and %s = :stale"
                                .formatted(table, column, key, column))
                        .param("fresh", sealed)
                        .param("id", row.id())
                        .param("stale", row.sealed())
                        .update()
                > 0;
    }
}
