package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where keys come from, and that none is quietly made in the place of one that was lost. */
class SecretsTests {

    @TempDir
    private Path data;

    private Secrets secrets(String... environment) {
        return new Secrets(data, environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]));
    }

    private void database() throws IOException {
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "18");
    }

    @Test
    void theyAreMadeOnceForTheirOwnerOnly() throws IOException {
        var made = secrets().personalDataKey();

        assertThat(made).hasSize(64).isEqualTo(secrets().personalDataKey());
        assertThat(secrets().recognitionKey()).hasSize(64).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("secrets/personal-data-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void oneThatIsMissingBesideADatabaseIsLostAndNoneIsMade() throws IOException {
        secrets().personalDataKey();
        database();
        for (var name : new String[] {"personal-data-key", "decision-key", "database-password"}) {
            var file = data.resolve("secrets").resolve(name);
            var kept = Files.readString(file);
            Files.delete(file);

            assertThatThrownBy(() -> {
                        secrets().databasePassword();
                        secrets().personalDataKey();
                        secrets().decisionKey();
                    })
                    .isInstanceOf(Secrets.Lost.class)
                    .hasMessageContaining(file.toString());
            assertThat(file).doesNotExist();
            Files.writeString(file, kept);
        }
    }

    @Test
    void anOlderInstallationGoesOnRecognisingByTheKeyItHad() throws IOException {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/personal-data-key"), "0c".repeat(32));
        Files.writeString(data.resolve("secrets/decision-key"), "0d".repeat(32));
        database();

        assertThat(secrets().recognitionKey()).isEqualTo("0c".repeat(32));
        secrets().keepRecognition();
        secrets().putFirst("personal-data-key", "0e".repeat(32));
        assertThat(secrets().personalDataKey()).isEqualTo("0e".repeat(32) + "\n" + "0c".repeat(32));
        secrets().remove("personal-data-key", "0c".repeat(32));
        assertThat(secrets().personalDataKey()).isEqualTo("0e".repeat(32));
        assertThat(secrets().recognitionKey()).isEqualTo("0c".repeat(32));
    }

    @Test
    void theEnvironmentMayNameAnotherFolderOrHoldTheKeys() throws IOException {
        var shared = data.resolve("shared");
        var made = secrets("ZHONGCHUANG_SECRETS", shared.toString()).decisionKey();

        assertThat(shared.resolve("decision-key")).hasContent(made);
        assertThat(data.resolve("secrets")).doesNotExist();
        assertThat(secrets("ZHONGCHUANG_DECISION_KEY", "0f".repeat(32)).decisionKey())
                .isEqualTo("0f".repeat(32));
        assertThat(data.resolve("secrets")).doesNotExist();
    }
}
