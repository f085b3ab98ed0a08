package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data folder made before folders had modes and roles, taken up by this version; and folders made by it. */
class FoundationTests {

    private static final Path DATA = Clusters.folder();
    private static final Foundation FOUNDATION = foundation("serve", DATA);
    private static final StringBuilder REFUSAL_OF_DEMO = new StringBuilder();
    private static Database database;
    private static String earlierPassword = "";

    private static Foundation foundation(String mode, Path data) {
        return new Foundation(LaunchOptions.parse(Map.of(), mode, "--data", data.toString()), _ -> {});
    }

    /** One person, and a table that the superuser owns, as all were. */
    @BeforeAll
    static void takeUpAnOldFolder() throws IOException {
        var before = BundledPostgres.start(DATA, new Secrets(DATA));
        Clusters.migrate(before.url(), before.superuser(), before.user(), "19");
        Clusters.run(before.url(), before.superuser(), """
                insert into access.person values (gen_random_uuid(), 'old', 'Old', 'x', 0, null, now());
                insert into audit.entry (at, act, subject) values (now(), 'act', 'subject')
                """);
        earlierPassword = arranged(before);
        before.stop();
        try (var demo = foundation("demo", DATA)) {
            REFUSAL_OF_DEMO.append(catchThrowable(demo::lay));
        }
        database = FOUNDATION.lay();
        Clusters.migrate(
                database.url(), database.owner(), database.application().name(), "latest");
    }

    private static String arranged(BundledPostgres server) {
        try {
            return Roles.arrange(server).application().password();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void letGo() {
        FOUNDATION.close();
    }

    @Test
    void whatRealPeopleAreInNoDemonstrationTakesEvenIfNothingMarksIt() {
        assertThat(REFUSAL_OF_DEMO.toString())
                .contains("是由 serve 建立的")
                .contains("was made by serve, so demo does not use it");
        assertThat(Clusters.ask(database.url(), database.owner(), "select login from access.person"))
                .containsExactly("old");
        assertThat(DATA.resolve("mode")).content().isEqualTo("serve\n");
    }

    @Test
    void theApplicationsPasswordIsOfThisStartOnly() {
        var earlier = new Login(database.application().name(), earlierPassword);

        assertThat(catchThrowable(() -> earlier.connect(database.url()).close()))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void everythingOfOursChangesItsOwnerAndTheSuperuserKeepsNothing() {
        var left = """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and pg_get_userbyid(c.relowner) <> 'zhongchuang_owner'
                union all
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and pg_get_userbyid(p.proowner) <> 'zhongchuang_owner'
                   and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                union all
                select nspname from pg_namespace
                 where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_get_userbyid(nspowner) <> 'zhongchuang_owner'
                """;

        assertThat(Clusters.ask(database.url(), database.owner(), left)).isEmpty();
    }

    @Test
    void theApplicationSwitchesNothingOffMakesNothingAndLeavesTheMachineAlone() throws SQLException {
        assertThat(Clusters.refusals(
                        database.url(),
                        database.application(),
                        List.of(
                                "alter table audit.entry disable trigger all",
                                "set session_replication_role = replica",
                                "copy (select 1) to program 'id'",
                                "copy access.person from '/etc/passwd'",
                                "select pg_read_file('/etc/passwd')",
                                "alter role zhongchuang_app superuser",
                                "set role zhongchuang_owner",
                                "create table access.mine (id int)",
                                "create table public.mine (id int)",
                                "create schema mine",
                                "create temp table mine (id int)",
                                "create or replace function audit.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$",
                                "drop trigger entries_are_never_changed on audit.entry",
                                "truncate access.appointment",
                                "update audit.entry set act = 'other'",
                                "delete from audit.entry",
                                "update ledger.posting set note = 'x'",
                                "update ledger.balance set fen = fen + 1",
                                "insert into ledger.movement values ('PAID', 'BUDGET', 1)",
                                "update installation.mode set mode = 'demo'",
                                "delete from public.flyway_schema_history")))
                .allMatch(why -> why.contains("permission denied") || why.contains("must be owner"));
    }

    @Test
    void noTableLetsTheApplicationChangeWhatItsTriggerKeepsAndTheTriggerStopsTheOwnerToo() throws SQLException {
        var kept = """
                select c.oid::regclass::text from pg_class c join pg_trigger t on t.tgrelid = c.oid
                 where t.tgfoid = 'audit.refuse_change'::regproc and t.tgqual is null and (t.tgtype & 24) = 24
                   and (has_table_privilege('zhongchuang_app', c.oid, 'UPDATE') or has_table_privilege('zhongchuang_app', c.oid, 'DELETE')
                        or has_any_column_privilege('zhongchuang_app', c.oid, 'UPDATE'))
                """;

        assertThat(Clusters.ask(database.url(), database.owner(), kept)).isEmpty();
        assertThat(Clusters.refusals(database.url(), database.owner(), List.of("delete from audit.entry")))
                .allMatch(why -> why.contains("append-only"));
    }

    @Test
    void aServerThatIsKilledIsStartedAgainWithNobodyAskingForIt() throws InterruptedException {
        var before = started();
        var watch = FOUNDATION.watch().orElseThrow();
        Clusters.servers(DATA).stream()
                .filter(process -> process.info().arguments().orElse(new String[0]).length > 3)
                .forEach(ProcessHandle::destroyForcibly);

        Clusters.await(() -> isBack() && !started().equals(before) && !watch.isDown());
        assertThat(Clusters.ask(database.url(), database.owner(), "select login from access.person"))
                .containsExactly("old");
        Clusters.await(FoundationTests::isLookedThrough);
    }

    /** Whether the server knows how full a table is, by what was said to it and not by its own look now and then. */
    private static boolean isLookedThrough() {
        var looked = "select 'looked' from pg_stat_user_tables where relname = 'person' and last_analyze is not null";
        return Clusters.ask(database.url(), database.owner(), looked).contains("looked");
    }

    @Test
    void whatAKilledServerLeavesInTheMiddleOfAQueryDoesNotKeepTheNextOneWaiting() throws Exception {
        try (var connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().name(),
                        database.owner().password());
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var process = Long.parseLong(only(connection, "select pg_backend_pid()::text"));
            var query = hands.submit(
                    () -> only(connection, "select count(*)::text from generate_series(1, 4000000000) n where n < 0"));
            Clusters.await(() -> Clusters.ask(
                            database.url(),
                            database.owner(),
                            "select query from pg_stat_activity where state = 'active' and pid = " + process)
                    .stream()
                    .anyMatch(words -> words.contains("generate_series")));
            Clusters.servers(DATA).stream()
                    .filter(server -> server.info().arguments().orElse(new String[0]).length > 3)
                    .forEach(ProcessHandle::destroyForcibly);

            Clusters.await(() ->
                    ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
            Clusters.await(FoundationTests::isBack);
            assertThat(query).failsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void aServerThatHasForgottenWhatItsTablesHoldLooksAgain() throws InterruptedException {
        var superuser = new Login("zhongchuang", new Secrets(DATA).databasePassword());
        Clusters.run(database.url(), superuser, "select pg_stat_reset()");
        var owner = database.owner();

        new Statistics(Flyway.configure()
                        .dataSource(database.url(), owner.name(), owner.password())
                        .load())
                .renew();

        Clusters.await(FoundationTests::isLookedThrough);
    }

    private static List<String> started() {
        return Clusters.ask(database.url(), database.owner(), "select pg_postmaster_start_time()::text");
    }

    private static boolean isBack() {
        try {
            return !started().isEmpty();
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static String only(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatTheServerSaysNeverFillsTheDisk() throws IOException, InterruptedException {
        var said = new ServerLog(DATA.resolve("postgres/postgres.log"));
        Files.write(said.file(), new byte[(int) ServerLog.MOST_BYTES + 1], StandardOpenOption.APPEND);

        Clusters.await(() -> said.file().toFile().length() < ServerLog.MOST_BYTES);

        assertThat(said.older()).exists();
        assertThatThrownBy(() -> Clusters.ask(database.url(), database.owner(), "select * from nowhere"))
                .isInstanceOf(IllegalStateException.class);
        // The server goes on at the beginning of the file it holds, and not where it was before.
        Clusters.await(() -> contentOf(said.file()).contains("nowhere"));
        assertThat(contentOf(said.file())).doesNotContain("\0");
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoeverComesSecondIsToldWhoHoldsTheFolder() {
        try (var second = foundation("serve", DATA)) {
            assertThatThrownBy(second::lay)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("进程 " + ProcessHandle.current().pid() + " (serve)")
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }
        assertThat(Clusters.ask(database.url(), database.application(), "select 'alive'"))
                .containsExactly("alive");
    }

    @ParameterizedTest
    @CsvSource({"demo, serve", "serve, demo"})
    void whatOneModeMadeTheOtherDoesNotEvenTouch(String made, String asked) throws IOException {
        var data = Clusters.folder();
        try (var folder = DataFolder.hold(data, Mode.of(made).orElseThrow())) {
            folder.mark(Mode.of(made).orElseThrow());
        }
        var before = Clusters.contents(data);

        try (var other = foundation(asked, data)) {
            assertThatThrownBy(other::lay)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("was made by %s, so %s does not use it".formatted(made, asked));
        }
        assertThat(Clusters.contents(data)).isEqualTo(before);
    }

    @Test
    void aDemonstrationThatBrokeOffIsMovedAsideAndSaid() throws IOException {
        var data = Clusters.folder();
        try (var first = foundation("demo", data)) {
            var half = first.lay();
            Clusters.run(half.url(), half.owner(), """
                    create schema installation;
                    create table installation.mode as select 'demo' mode;
                    create table installation.filling as select now() since
                    """);
        }
        var said = new ArrayList<String>();
        try (var second = new Foundation(LaunchOptions.parse(Map.of(), "demo", "--data", data.toString()), said::add)) {
            var anew = second.lay();
            assertThat(Clusters.ask(anew.url(), anew.owner(), "select to_regclass('installation.mode')::text"))
                    .containsExactly((String) null);
        }
        try (var beside = Files.newDirectoryStream(data.resolve("postgres"), "cluster.2*")) {
            var aside = beside.iterator().next();
            assertThat(aside.resolve("PG_VERSION")).exists();
            assertThat(said).anyMatch(line -> line.contains("moved aside") && line.contains(aside.toString()));
        }
        assertThat(Clusters.servers(data)).isEmpty();
    }

    @Test
    void nobodyElseLooksIntoTheFolder() throws IOException {
        for (var part : List.of("", "secrets", "files", "postgres")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DATA.resolve(part))))
                    .as(part)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatCannotBeUsedAndAFullDiskAreSaidInOneSentence() throws IOException {
        var file = Files.createTempFile("no", "folder");
        try (var foundation = foundation("serve", file.resolve("data"))) {
            assertThatThrownBy(foundation::lay)
                    .isInstanceOf(CannotStart.class)
                    .message()
                    .contains(file.toString())
                    .hasLineCount(1);
        }
        assertThat(DataFolder.notUsable(file, new IOException("write: No space left on device")))
                .hasMessageContaining("磁盘已满")
                .hasMessageContaining("The disk is full");
        assertThat(DataFolder.notUsable(file, new java.nio.file.AccessDeniedException("/somewhere")))
                .hasMessageContaining("数据目录不可写：/somewhere")
                .hasMessageContaining("not writable: /somewhere");
    }

    @Test
    void aStopBeforeOrDuringTheStartIsNoFault() {
        var foundation = foundation("serve", Clusters.folder());
        foundation.close();

        assertThatThrownBy(foundation::lay).isInstanceOf(CannotStart.class);
        assertThatCode(foundation::close).doesNotThrowAnyException();
    }
}
