package org.zhongchuang.installation.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a database holds, found out without changing anything in it.
 *
 * @param mode what it was made for; nothing if it is empty
 * @param halfFilled whether it is a demonstration whose filling broke off
 */
record DatabaseState(Optional<Mode> mode, boolean halfFilled) {

    static DatabaseState of(Connection connection) throws SQLException {
        if (hasTable(connection, "installation.mode")) {
            var mode = text(connection, "select mode from installation.mode").flatMap(Mode::of);
            if (mode.isPresent()) {
                var filling = text(connection, "select 'yes' from installation.filling");
                return new DatabaseState(mode, filling.isPresent());
            }
        }
        // Made before databases said what they are for: only a demonstration has a clock that can be pushed.
        if (holds(connection, "calendar.demonstration_clock")) {
            return new DatabaseState(Optional.of(Mode.DEMO), false);
        }
        return new DatabaseState(
                holds(connection, "access.person") ? Optional.of(Mode.SERVE) : Optional.empty(), false);
    }

    private static boolean holds(Connection connection, String table) throws SQLException {
        return hasTable(connection, table)
                && text(connection, "select 'yes' from " + table + " limit 1").isPresent();
    }

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        return text(connection, "select to_regclass('" + table + "')::text").isPresent();
    }

    private static Optional<String> text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }
}
