package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL is a door between modules too: each table is written by one module. */
class SchemaTests {

    private static final Path SOURCES = Path.of("src/main/java/org/zhongchuang");

    private static final Pattern WRITES =
            Pattern.compile("\\b(?:insert into|update|delete from|truncate|merge into)\\s+([a-z]+)\\.([a-z_]+)");
    private static final Pattern CREATES =
            Pattern.compile("(?m)^create (?:unlogged )?table (?:if not exists )?([a-z]+)\\.([a-z_]+)");

    private static final Pattern MOVES = Pattern.compile("(?m)^alter table ([a-z]+)\\.([a-z_]+) set schema ([a-z]+);");

    /**
     * A schema has the name of its module, but for one, which is read in data folders that no migration has seen yet.
     */
    private static final Map<String, String> SCHEMAS = Map.of("installation", "launch");

    @Test
    void aTableIsWrittenByItsOwnModuleOnly() throws IOException {
        var foreign = new ArrayList<String>();
        for (var file : sources()) {
            foreign.addAll(foreignWrites(module(file), Files.readString(file)));
        }
        assertThat(foreign).isEmpty();
        assertThat(foreignWrites("recovery", "\"update payment.payment set state = 'OFFSET'\""))
                .containsExactly("recovery writes payment.payment of payment");
    }

    @Test
    void everySchemaHasAModule() throws IOException {
        var modules = sources().stream().map(SchemaTests::module).collect(Collectors.toSet());
        var tables = tables();

        assertThat(tables)
                .hasSizeGreaterThan(60)
                .allSatisfy(table -> assertThat(modules).as(table).contains(owner(table)));
    }

    private static List<String> foreignWrites(String module, String source) {
        return WRITES.matcher(source)
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .filter(table -> !owner(table).equals(module))
                .map(table -> module + " writes " + table + " of " + owner(table))
                .distinct()
                .toList();
    }

    private static String owner(String table) {
        var schema = table.replaceFirst("\\..*", "");
        return SCHEMAS.getOrDefault(schema, schema);
    }

    /** Every table that migrations make, where it stands after all of them. */
    private static List<String> tables() throws IOException {
        var tables = new ArrayList<String>();
        var moved = new ArrayList<String>();
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var migration : migrations.toList()) {
                var sql = Files.readString(migration);
                CREATES.matcher(sql).results().forEach(found -> tables.add(found.group(1) + "." + found.group(2)));
                MOVES.matcher(sql).results().forEach(found -> {
                    moved.add(found.group(1) + "." + found.group(2));
                    tables.add(found.group(3) + "." + found.group(2));
                });
            }
        }
        tables.removeAll(moved);
        return tables;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SOURCES.relativize(file).getNameCount() > 2)
                    .toList();
        }
    }

    /** The module that a file lies in, without its wing. */
    private static String module(Path file) {
        return SOURCES.relativize(file).getName(1).toString();
    }
}
