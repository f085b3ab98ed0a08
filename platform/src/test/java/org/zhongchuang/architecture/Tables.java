package org.zhongchuang.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose the tables are: a module's, by the schema that they lie in; and what a text of SQL names of others. */
final class Tables {

    static final Path SOURCES = Path.of("src/main/java/org/zhongchuang");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** A schema has the name of its module, but for one: folders that no migration has seen are told apart by it. */
    private static final Map<String, String> SCHEMAS = Map.of("installation", "launch");

    /** Tables whose names are those of a library, which looks for them without a schema. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "spring_session", "identity",
            "spring_session_attributes", "identity",
            "user_entities", "identity",
            "user_credentials", "identity",
            "flyway_schema_history", "launch");

    /** The guard of what is append-only: triggers of every module call it. */
    private static final String GUARD = "audit.refuse_change";

    private static final Pattern CREATES = Pattern.compile(
            "(?m)^create (?:or replace )?(?:(?:unlogged )?table|function|view) (?:if not exists )?([a-z]+\\.[a-z_]+)");
    private static final Pattern TABLES =
            Pattern.compile("(?m)^create (?:unlogged )?table (?:if not exists )?([a-z]+\\.[a-z_]+)");
    private static final Pattern MOVES =
            Pattern.compile("(?m)^alter (?:table|function) ([a-z]+)\\.([a-z_]+)[^;]* set schema ([a-z]+);");
    private static final Pattern RENAMES =
            Pattern.compile("(?m)^alter function ([a-z]+)\\.([a-z_]+)[^;]* rename to ([a-z_]+);");

    private static final Pattern NAMES = Pattern.compile("(?<![\\w.])([a-z]+)\\.([a-z_]+)(?![\\w.-])");
    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert into|update|delete from|truncate|merge into)\\s+([a-z]+\\.[a-z_]+|[a-z_]+(?![\\w.]))");
    private static final Pattern READS = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z_]+)(?![\\w.])");

    private Tables() {}

    /** The module that a table, a view or a function belongs to. */
    static String owner(String name) {
        var schema = name.replaceFirst("\\..*", "");
        return LIBRARIES.getOrDefault(name.replaceFirst("^public\\.", ""), SCHEMAS.getOrDefault(schema, schema));
    }

    static boolean isPublic(String name) {
        return name.contains(".public_");
    }

    /** What a text names of other modules, but for what those publish. */
    static List<String> foreign(String module, String sql, Set<String> known) {
        return named(sql, known)
                .filter(name -> !owner(name).equals(module) && !isPublic(name) && !name.equals(GUARD))
                .distinct()
                .map(name -> module + " names " + name + " of " + owner(name))
                .toList();
    }

    /** Views and functions of other modules that a text names. */
    static List<String> published(String module, String sql, Set<String> known) {
        return named(sql, known)
                .filter(name -> isPublic(name) && !owner(name).equals(module))
                .distinct()
                .toList();
    }

    /** What a text writes of other modules, also through what they publish. */
    static List<String> foreignWrites(String module, String sql, Set<String> known) {
        return WRITES.matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(name -> known.contains(name) || LIBRARIES.containsKey(name))
                .filter(name -> !owner(name).equals(module))
                .distinct()
                .map(name -> module + " writes " + name + " of " + owner(name))
                .toList();
    }

    private static Stream<String> named(String sql, Set<String> known) {
        var qualified = NAMES.matcher(sql)
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .filter(name -> known.contains(name)
                        || (name.startsWith("public.") && LIBRARIES.containsKey(name.substring(7))));
        var plain = READS.matcher(sql).results().map(found -> found.group(1)).filter(LIBRARIES::containsKey);
        return Stream.concat(qualified, plain);
    }

    /** Every table that migrations make, where it stands after all of them. */
    static Set<String> tables() throws IOException {
        return standing(TABLES);
    }

    /** Every table, view and function that migrations make, where it stands after all of them. */
    static Set<String> known() throws IOException {
        return standing(CREATES);
    }

    private static Set<String> standing(Pattern made) throws IOException {
        var standing = new TreeSet<String>();
        for (var migration : migrations(1)) {
            var sql = Files.readString(migration);
            made.matcher(sql).results().forEach(found -> standing.add(found.group(1)));
            MOVES.matcher(sql).results().forEach(found -> {
                if (standing.remove(found.group(1) + "." + found.group(2))) {
                    standing.add(found.group(3) + "." + found.group(2));
                }
            });
            RENAMES.matcher(sql).results().forEach(found -> {
                if (standing.remove(found.group(1) + "." + found.group(2))) {
                    standing.add(found.group(1) + "." + found.group(3));
                }
            });
        }
        return standing;
    }

    /** The migrations from that number on, in their order. */
    static List<Path> migrations(int from) throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> number(file) >= from)
                    .sorted(Comparator.comparingInt(Tables::number))
                    .toList();
        }
    }

    private static int number(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("^V(\\d+)__.*$", "$1"));
    }

    /** The sources of modules. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SOURCES.relativize(file).getNameCount() > 2)
                    .toList();
        }
    }

    /** The module that a file lies in, without its wing. */
    static String module(Path file) {
        return SOURCES.relativize(file).getName(1).toString();
    }

    private static final Pattern LEXEMES = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\\\n]|\\\\.)+'|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);

    /** The texts between quotation marks; words about tables in comments are none. */
    static List<String> texts(String source) {
        var texts = new ArrayList<String>();
        LEXEMES.matcher(source).results().forEach(found -> {
            if (found.group(1) != null) {
                texts.add(found.group(1));
            } else if (found.group(2) != null) {
                texts.add(found.group(2));
            }
        });
        return texts;
    }
}
