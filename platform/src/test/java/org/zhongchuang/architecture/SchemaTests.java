package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SQL is a door between modules too: a module owns one schema, and others read what it publishes. */
class SchemaTests {

    /** What names tables of others all the same, and why. */
    private static final Map<String, String> REASONED = Map.of(
            "launch names access.person of access", "tells what an older data folder holds, before any migration",
            "launch names calendar.demonstration_clock of calendar", "the same",
            "launch names ledger.balance of ledger", "gives the application's role its rights, table by table",
            "launch names ledger.kind of ledger", "the same",
            "launch names ledger.movement of ledger", "the same",
            "backup names public.flyway_schema_history of launch", "a backup says of which version it is",
            "file names notice.objection of notice", "a change of keys seals every sealed column anew where it stands",
            "file names payment.bank_account of payment", "the same",
            "file names identity.authenticator of identity", "the same");

    /** What reads upwards, or beside itself where nothing is declared, and why. */
    private static final Map<String, String> UPWARDS = Map.of(
            "award reads assessment.public_grade",
            "a published grade is a ground for an award; whoever finds grounds finds them in one query",
            "award reads recognition.public_recognised_space",
            "whether a makerspace stands recognised is a fact of its year of running costs, in the same query",
            "casework reads review.public_ballot",
            "every page of a case asks who sits on it, together with whose it is",
            "ledger reads award.public_award",
            "whoever verifies the books asks last what each movement rests on",
            "standstill reads award.public_award",
            "what is stopped is read with the award it is of, in one query, and nothing of awards is called",
            "standstill reads payment.public_stopped",
            "the view is the whole of what payments tell about what is stopped",
            "statement reads award.public_award",
            "a statement adds awards up and calls nothing of theirs");

    /** A name that is put together from parts would hide a table. */
    private static final Pattern GLUED = Pattern.compile("(?:from|join|into|update)\\s+([a-z]+)\\.$");

    private static final Pattern INSERTS =
            Pattern.compile("\\binsert into\\s++([\\w.]++)(?:\\s++as\\s++\\w++)?+\\s*+(.)?", Pattern.DOTALL);

    /** Migrations before this one are released and stay as they are. */
    private static final int FIRST_THAT_NAMES_COLUMNS = 30;

    private static Set<String> known = Set.of();
    private static final Map<String, String> WINGS = new HashMap<>();

    @BeforeAll
    static void look() throws IOException {
        known = Tables.known();
        for (var file : Tables.sources()) {
            WINGS.put(
                    Tables.module(file),
                    Tables.SOURCES.relativize(file).getName(0).toString());
        }
    }

    @Test
    void aTableIsWrittenByItsOwnModuleOnly() throws IOException {
        var foreign = new TreeSet<String>();
        for (var file : Tables.sources()) {
            for (var text : Tables.texts(Files.readString(file))) {
                foreign.addAll(Tables.foreignWrites(Tables.module(file), text, known));
            }
        }
        assertThat(foreign).isEmpty();
        assertThat(Tables.foreignWrites("recovery", "update payment.payment set state = 'OFFSET'", known))
                .containsExactly("recovery writes payment.payment of payment");
        assertThat(Tables.foreignWrites("award", "update registry.public_subject set listed = true", known))
                .containsExactly("award writes registry.public_subject of registry");
    }

    @Test
    void aModuleReadsOfOthersWhatTheyPublish() throws IOException {
        var foreign = new TreeSet<String>();
        for (var file : Tables.sources()) {
            foreign.addAll(foreign(Tables.module(file), Files.readString(file)));
        }
        assertThat(foreign).containsExactlyInAnyOrderElementsOf(REASONED.keySet());

        assertThat(foreign("offer", "// registry.subject\nvar sql = \"select name from registry.subject s\";"))
                .containsExactly("offer names registry.subject of registry");
        assertThat(foreign("offer", "\"\"\"\n  select 1 from offer.offer o\n  join registry.space s on true\n\"\"\""))
                .containsExactly("offer names registry.space of registry");
        assertThat(foreign("access", "\"select name from user_entities\""))
                .containsExactly("access names user_entities of identity");
        assertThat(foreign("offer", "\"select name from registry.public_subject, offer.offer\""))
                .isEmpty();
        assertThat(foreign("offer", "\"select count(*) from registry.\" + table"))
                .containsExactly("offer puts together the name of a table of registry");
    }

    @Test
    void whatIsReadLiesBelowOrIsDeclared() throws IOException {
        var up = new TreeSet<String>();
        for (var file : Tables.sources()) {
            for (var text : Tables.texts(Files.readString(file))) {
                up.addAll(upwards(Tables.module(file), text));
            }
        }
        assertThat(up).containsExactlyInAnyOrderElementsOf(UPWARDS.keySet());
        assertThat(upwards("registry", "select number from casework.public_case_file"))
                .containsExactly("registry reads casework.public_case_file");
        assertThat(upwards("ledger", "select state from payment.public_bank_account"))
                .containsExactly("ledger reads payment.public_bank_account");
        assertThat(upwards("casework", "select name from registry.public_subject"))
                .isEmpty();
    }

    @Test
    void whatIsInsertedNamesItsColumns() throws IOException {
        var unnamed = new ArrayList<String>();
        for (var file : Tables.sources()) {
            for (var text : Tables.texts(Files.readString(file))) {
                unnamed.addAll(withoutColumns(text));
            }
        }
        for (var migration : Tables.migrations(FIRST_THAT_NAMES_COLUMNS)) {
            unnamed.addAll(withoutColumns(Files.readString(migration).replaceAll("--[^\\n]*", "")));
        }
        assertThat(unnamed).isEmpty();

        assertThat(withoutColumns("insert into award.prize values (:id, :name)"))
                .containsExactly("award.prize");
        assertThat(withoutColumns("insert into award.prize\n  select * from award.event"))
                .containsExactly("award.prize");
        assertThat(withoutColumns("insert into award.prize as p values (1)")).containsExactly("award.prize");
        assertThat(withoutColumns("insert into award.prize")).containsExactly("award.prize");
        assertThat(withoutColumns("insert into award.prize as p (id)\n values (1)"))
                .isEmpty();
        assertThat(withoutColumns("insert into award.prize\n  (id) values (1)")).isEmpty();
    }

    private static List<String> withoutColumns(String sql) {
        return INSERTS.matcher(sql)
                .results()
                .filter(found -> !"(".equals(found.group(2)))
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everySchemaHasAModule() throws IOException {
        assertThat(Tables.tables())
                .hasSizeGreaterThan(60)
                .allSatisfy(table -> assertThat(WINGS.keySet()).as(table).contains(Tables.owner(table)));
        assertThat(known)
                .as("where tables and functions were moved to")
                .contains("review.ballot", "registry.public_words");
        assertThat(known).doesNotContain("casework.ballot", "casework.words");
    }

    private static List<String> foreign(String module, String source) throws IOException {
        var acts = acts();
        var foreign = new ArrayList<String>();
        for (var text : Tables.texts(source)) {
            // The words of acts look like tables: assessment.appeal is what somebody did.
            if (!acts.contains(text)) {
                foreign.addAll(Tables.foreign(module, text, known));
            }
            GLUED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(schema -> WINGS.containsKey(schema) && !schema.equals(module))
                    .forEach(schema -> foreign.add(module + " puts together the name of a table of " + schema));
        }
        return foreign.stream().distinct().toList();
    }

    private static Set<String> acts() throws IOException {
        return Set.copyOf(Tables.texts(Files.readString(Tables.SOURCES.resolve("ground/audit/Acts.java"))));
    }

    private static List<String> upwards(String module, String text) {
        return Tables.published(module, text, known).stream()
                .filter(name -> !mayRead(module, Tables.owner(name)))
                .map(name -> module + " reads " + name)
                .toList();
    }

    /** A wing below may be read; of the own wing, what the module declares that it calls. */
    private static boolean mayRead(String reader, String owner) {
        var from = WingTests.WINGS.indexOf(wing(reader));
        var to = WingTests.WINGS.indexOf(wing(owner));
        return from < to || (from == to && declared(reader).contains(wing(owner) + "." + owner));
    }

    private static String wing(String module) {
        return WINGS.getOrDefault(module, "");
    }

    private static Set<String> declared(String module) {
        try {
            var file = Tables.SOURCES.resolve(wing(module)).resolve(module).resolve("package-info.java");
            return Tables.texts(Files.readString(file)).stream().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
