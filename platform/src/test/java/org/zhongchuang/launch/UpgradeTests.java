package org.zhongchuang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.zhongchuang.TestCity;

/**
 * Data of every earlier version comes to the newest. What each version held is taken from the city of the tests: of
 * every table there was, the columns there were.
 */
class UpgradeTests extends TestCity {

    @Autowired
    private Flyway flyway;

    @Value("${zhongchuang.data}")
    private Path data;

    @Test
    void dataOfEveryEarlierVersionComesToTheNewest() throws Exception {
        var server = BundledPostgres.start(data, new Secrets(data));
        var versions = new ArrayList<String>();
        for (var migration : flyway.info().applied()) {
            versions.add(String.valueOf(migration.getVersion()));
        }
        try (var city = connect(server, "postgres")) {
            run(city, "create database upgrade_step");
            try {
                for (var version : versions.subList(0, versions.size() - 1)) {
                    at(server, "upgrade_step").target(version).load().migrate();
                    run(city, "create database upgrade_data template upgrade_step");
                    try {
                        upgrade(server, city, version);
                    } finally {
                        run(city, "drop database upgrade_data with (force)");
                    }
                }
            } finally {
                run(city, "drop database upgrade_step with (force)");
            }
        }
    }

    private void upgrade(BundledPostgres server, Connection city, String version) throws Exception {
        var before = new TreeMap<String, Long>();
        try (var old = connect(server, "upgrade_data")) {
            // Every row is there already when the next one refers to it, and no trigger asks how it came about.
            run(old, "set session_replication_role = replica");
            for (var table : tables(old)) {
                if (copy(city, old, table)) {
                    before.put(table, count(old, table));
                }
            }
        }
        assertThat(before.values().stream().mapToLong(Long::longValue).sum())
                .as("rows at version " + version)
                .isPositive();

        at(server, "upgrade_data").load().migrate();

        try (var upgraded = connect(server, "upgrade_data")) {
            for (var table : before.entrySet()) {
                assertThat(count(upgraded, table.getKey()))
                        .as(table.getKey() + " from version " + version)
                        .isGreaterThanOrEqualTo(table.getValue());
            }
        }
    }

    /** Whether the table is there still, so that there are rows of it. A row that an older rule refuses is left out. */
    private static boolean copy(Connection from, Connection to, String table) throws SQLException, IOException {
        var columns = columns(to, table);
        columns.retainAll(columns(from, table));
        if (columns.isEmpty()) {
            return false;
        }
        var rows = new ByteArrayOutputStream();
        var names = String.join(", ", columns);
        new CopyManager(from.unwrap(BaseConnection.class))
                .copyOut("copy (select %s from %s) to stdout".formatted(names, table), rows);
        run(to, "delete from " + table);
        new CopyManager(to.unwrap(BaseConnection.class))
                .copyIn(
                        "copy %s (%s) from stdin".formatted(table, names),
                        new ByteArrayInputStream(rows.toByteArray()));
        return true;
    }

    private FluentConfiguration at(BundledPostgres server, String database) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url(server, database), server.user(), server.password());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return words(connection, """
                select table_schema || '.' || table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                   and table_schema not in ('pg_catalog', 'information_schema') order by 1""");
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return words(connection, """
                select quote_ident(column_name) from information_schema.columns
                 where table_schema || '.' || table_name = '%s' and is_generated = 'NEVER' order by ordinal_position""".formatted(table));
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(
                words(connection, "select count(*)::text from " + table).getFirst());
    }

    private static List<String> words(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var words = new ArrayList<String>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(BundledPostgres server, String database) throws SQLException {
        return DriverManager.getConnection(url(server, database), server.user(), server.password());
    }

    private static String url(BundledPostgres server, String database) {
        return server.url().replace("/postgres?", "/" + database + "?");
    }
}
