package org.zhongchuang.installation.launch;

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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** Tables that have moved to the schema of their module. */
    private static final Map<String, String> MOVED = Map.of(
            "casework.visit", "review.visit",
            "casework.ballot", "review.ballot",
            "casework.meeting", "review.meeting",
            "casework.invoice", "filing.invoice",
            "casework.decision", "decision.decision",
            "evidence.statement", "figure.statement",
            "evidence.restatement", "figure.restatement",
            "access.proposal", "administration.proposal",
            "throttle.bucket", "access.bucket");

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
            // No trigger asks how a row came about, and every row may come before the one it refers to.
            run(old, "set session_replication_role = replica");
            var there = columns(old);
            var now = columns(city);
            there.keySet().removeIf(table -> !now.containsKey(nowStands(table)));
            for (var table : there.entrySet()) {
                // What a migration has put there itself is of that version already.
                if (count(old, table.getKey()) == 0) {
                    var columns = Objects.requireNonNull(now.get(nowStands(table.getKey())));
                    copy(city, old, table.getKey(), table.getValue(), columns);
                }
            }
            leaveOutWhatRefersToLaterThings(city, old);
            leaveOutWhatRefersToNothing(old);
            for (var table : there.keySet()) {
                before.put(table, count(old, table));
            }
        }
        assertThat(before.values().stream().mapToLong(Long::longValue).sum())
                .as("rows at version " + version)
                .isPositive();

        at(server, "upgrade_data").load().migrate();

        try (var upgraded = connect(server, "upgrade_data")) {
            for (var table : before.entrySet()) {
                assertThat(count(upgraded, nowStands(table.getKey())))
                        .as(table.getKey() + " from version " + version)
                        .isGreaterThanOrEqualTo(table.getValue());
            }
        }
    }

    /** Takes the rows of the city over, but for those that the rules of that time would not have allowed. */
    private static void copy(Connection from, Connection to, String table, List<String> then, List<String> now)
            throws SQLException, IOException {
        var columns = then.stream()
                .filter(column -> now.contains(nowCalled(table, column)))
                .toList();
        var rows = new ByteArrayOutputStream();
        new CopyManager(from.unwrap(BaseConnection.class))
                .copyOut(
                        "copy (select %s from %s) to stdout"
                                .formatted(
                                        columns.stream()
                                                .map(column -> nowCalled(table, column))
                                                .collect(Collectors.joining(", ")),
                                        nowStands(table)),
                        rows);
        var names = String.join(", ", columns);
        run(to, "create temporary table taken as select %s from %s with no data".formatted(names, table));
        new CopyManager(to.unwrap(BaseConnection.class))
                .copyIn("copy taken from stdin", new ByteArrayInputStream(rows.toByteArray()));
        run(to, """
                do $$ declare one_row tid; begin
                  insert into %2$s (%1$s) overriding system value select %1$s from taken;
                exception when integrity_constraint_violation then
                  for one_row in select ctid from taken loop
                    begin
                      insert into %2$s (%1$s) overriding system value select %1$s from taken where ctid = one_row;
                    exception when integrity_constraint_violation then null;
                    end;
                  end loop;
                end $$""".formatted(names, table));
        run(to, "drop table taken");
    }

    private static String nowCalled(String table, String column) {
        return (table + "." + column).equals("registry.fact.space") ? "subject" : column;
    }

    /** Where a table of an earlier version stands today. */
    private static String nowStands(String table) {
        return MOVED.getOrDefault(table, table);
    }

    /** What a column refers to today, while nothing of the kind was there yet, it cannot have held. */
    private static void leaveOutWhatRefersToLaterThings(Connection city, Connection old) throws SQLException {
        var referring = words(old, REFERENCES).stream()
                .map(one -> one.substring(0, one.indexOf(' ')))
                .collect(Collectors.toSet());
        var tables = columns(old).keySet().stream().map(UpgradeTests::nowStands).collect(Collectors.toSet());
        for (var reference : words(city, REFERENCES)) {
            var column = reference.substring(0, reference.indexOf(' '));
            var parent = reference.substring(reference.indexOf(' ') + 1);
            if (!referring.contains(column) && !tables.contains(parent) && isOptional(old, column)) {
                var dot = column.lastIndexOf('.');
                run(
                        old,
                        "delete from %s where %s is not null"
                                .formatted(column.substring(0, dot), column.substring(dot + 1)));
            }
        }
    }

    private static boolean isOptional(Connection connection, String column) throws SQLException {
        return words(connection, """
                select 'yes' from information_schema.columns
                 where table_schema || '.' || table_name || '.' || column_name = '%s' and is_nullable = 'YES'""".formatted(column)).contains("yes");
    }

    private static final String REFERENCES = """
            select conrelid::regclass || '.' || quote_ident(a.attname) || ' ' || confrelid::regclass from pg_constraint
              join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
             where contype = 'f' and cardinality(conkey) = 1 order by 1""";

    private static void leaveOutWhatRefersToNothing(Connection connection) throws SQLException {
        run(connection, """
                do $$ declare rule record; gone bigint; left_out bigint := 1; begin
                  while left_out > 0 loop
                    left_out := 0;
                    for rule in
                      select conrelid::regclass as child, confrelid::regclass as parent,
                             (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ')
                                from unnest(conkey, confkey) as k(here, there)
                                join pg_attribute a on a.attrelid = conrelid and a.attnum = k.here
                                join pg_attribute b on b.attrelid = confrelid and b.attnum = k.there) as joined,
                             (select string_agg(format('c.%I is not null', a.attname), ' and ')
                                from unnest(conkey) as k(here)
                                join pg_attribute a on a.attrelid = conrelid and a.attnum = k.here) as said
                        from pg_constraint where contype = 'f'
                    loop
                      execute format('delete from %s c where %s and not exists (select 1 from %s p where %s)',
                                     rule.child, rule.said, rule.parent, rule.joined);
                      get diagnostics gone = row_count;
                      left_out := left_out + gone;
                    end loop;
                  end loop;
                end $$""");
    }

    private FluentConfiguration at(BundledPostgres server, String database) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url(server, database), server.user(), server.password());
    }

    /** The columns of every table, in their order; what is computed is left out. */
    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        for (var line : words(connection, """
                select n.nspname || '.' || c.relname || ' ' || quote_ident(a.attname) from pg_attribute a
                  join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and c.relname <> 'flyway_schema_history' order by n.nspname, c.relname, a.attnum""")) {
            var space = line.indexOf(' ');
            columns.computeIfAbsent(line.substring(0, space), _ -> new ArrayList<>())
                    .add(line.substring(space + 1));
        }
        return columns;
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
        // What is made here is dropped again: it need not wait for the disk.
        return server.url().replace("/postgres?", "/" + database + "?options=-c%20synchronous_commit=off&");
    }
}
