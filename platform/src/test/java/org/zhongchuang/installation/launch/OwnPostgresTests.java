package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL that the city runs itself, of every version that is taken and of one that is too old. */
class OwnPostgresTests {

    private final List<String> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18})
    void theWholeSchemaLivesInEachVersionAndTheApplicationOwnsNothingOfIt(int version)
            throws IOException, SQLException {
        var server = Clusters.ofVersion(version);
        try {
            Clusters.run(server.url(), server.superuser(), """
                    create role city login createrole password 'secret';
                    alter database postgres owner to city
                    """);
            var data = Clusters.folder();
            try (var foundation = foundation("serve", server, "city:secret", data, Map.of())) {
                var database = foundation.lay();
                var application = database.application();
                Clusters.migrate(database.url(), database.owner(), application.name(), "latest");
                Clusters.run(
                        database.url(),
                        application,
                        "insert into installation.mode (mode, since) values ('serve', now()); insert into access.person (id, login, name, password, created_at) values (gen_random_uuid(), 'who', 'Who', 'x', now())");

                assertThat(said).anyMatch(line -> line.contains("PostgreSQL " + version));
                assertThat(application.name()).isEqualTo("city_app");
                assertThat(data.resolve("postgres")).doesNotExist();
                assertThat(foundation.watch()).isEmpty();
                assertThat(Clusters.refusals(
                                database.url(),
                                application,
                                List.of(
                                        "alter table audit.entry disable trigger all",
                                        "set session_replication_role = replica",
                                        "delete from audit.entry",
                                        "create schema mine",
                                        "truncate access.appointment")))
                        .allMatch(why -> why.contains("permission denied") || why.contains("must be owner"));
            }
            try (var again = foundation("serve", server, "city:secret", data, Map.of())) {
                assertThat(again.lay().application().name()).isEqualTo("city_app");
                assertThat(said).noneMatch(line -> line.contains("WARNING"));
            }
            try (var demo = foundation("demo", server, "city:secret", Clusters.folder(), Map.of())) {
                assertThatThrownBy(demo::lay).hasMessageContaining("was made by serve, so demo does not use it");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void aVersionThatIsTooOldIsRefusedBeforeAnythingIsTouched() throws IOException {
        var server = Clusters.ofVersion(15);
        var data = Clusters.folder().resolve("data");
        try (var foundation = foundation("serve", server, server.user() + ":" + server.password(), data, Map.of())) {
            assertThatThrownBy(foundation::lay)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("需要 PostgreSQL 16")
                    .hasMessageContaining("PostgreSQL 16 or later is needed, this is 15.19");
            assertThat(data).doesNotExist();
            assertThat(
                            Clusters.ask(
                                    server.url(),
                                    server.superuser(),
                                    "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"))
                    .containsExactly("public");
        } finally {
            server.stop();
        }
    }

    @Test
    void twoRolesOfTheAdministratorsAreTakenAsTheyAreAndAStrongOneIsWarnedOf() throws IOException {
        var server = Clusters.ofVersion(18);
        try {
            Clusters.run(server.url(), server.superuser(), """
                    create role owner login password 'own';
                    create role app login password 'app';
                    alter database postgres owner to owner
                    """);
            var owner = Map.of("ZHONGCHUANG_DATABASE_OWNER", "owner", "ZHONGCHUANG_DATABASE_OWNER_PASSWORD", "own");
            var data = Clusters.folder();
            try (var foundation = foundation("serve", server, "app:app", data, owner)) {
                var database = foundation.lay();
                assertThat(database.owner()).isEqualTo(new Login("owner", "own"));
                assertThat(database.application()).isEqualTo(new Login("app", "app"));
                Clusters.migrate(database.url(), database.owner(), "app", "latest");
                assertThat(said).noneMatch(line -> line.contains("WARNING"));
            }
            try (var alone = foundation("serve", server, "owner:own", data, Map.of())) {
                var database = alone.lay();
                assertThat(database.application()).isEqualTo(database.owner());
                assertThat(said).anyMatch(line -> line.contains("WARNING"));
            }
            try (var other = foundation("serve", server, "app:app", data, Map.of())) {
                assertThatThrownBy(other::lay).hasMessageContaining("REASSIGN OWNED BY owner TO app");
            }
            try (var wrong = foundation("serve", server, "app:other", data, Map.of())) {
                assertThatThrownBy(wrong::lay)
                        .hasMessageContaining("cannot be used as app")
                        .message()
                        .hasLineCount(1);
            }
        } finally {
            server.stop();
        }
    }

    private Foundation foundation(
            String mode, BundledPostgres server, String who, Path data, Map<String, String> environment) {
        var url = server.url().replace("jdbc:postgresql://", "postgresql://" + who + "@");
        return new Foundation(
                LaunchOptions.parse(environment, mode, "--data", data.toString(), "--database", url), said::add);
    }
}
