package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line. */
class LaunchOptionsTests {

    @Test
    void saysNothingAndGetsADemonstrationCityOnPort8080OfThisMachineAlone() {
        var options = LaunchOptions.parse(Map.of());

        assertThat(options.mode()).isEqualTo(Mode.DEMO);
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.spaces()).isEqualTo(130);
        assertThat(options.database()).isEmpty();
    }

    @Test
    void takesEveryOption() {
        var options = LaunchOptions.parse(
                Map.of("ZHONGCHUANG_PORT", "9", "ZHONGCHUANG_HOST", "0.0.0.0"),
                "demo --port 81 --data /tmp/x --files /tmp/y --policies /tmp/z --size empty --seed 3".split(" ", -1));

        assertThat(options)
                .isEqualTo(new LaunchOptions(
                        Mode.DEMO,
                        "0.0.0.0",
                        81,
                        1081,
                        Path.of("/tmp/x"),
                        Path.of("/tmp/y"),
                        Optional.empty(),
                        Optional.of(Path.of("/tmp/z")),
                        "policies",
                        0,
                        1,
                        3,
                        false));
    }

    @Test
    void aCityHasLivedTwoYearsUnlessOneOrNoneIsAskedFor() {
        assertThat(LaunchOptions.parse(Map.of()).years()).isEqualTo(2);
        assertThat(LaunchOptions.parse(Map.of(), "--city", "full").years()).isEqualTo(2);
        assertThat(LaunchOptions.parse(Map.of(), "--city", "empty").years()).isEqualTo(1);
        var year = LaunchOptions.parse(Map.of(), "--city", "year");
        assertThat(year.years()).isEqualTo(1);
        assertThat(year.spaces()).isEqualTo(130);
    }

    @Test
    void aDemonstrationIsOfACityThatShipsAndOfASizeInEitherOrder() {
        assertThat(LaunchOptions.parse(Map.of()).shipped()).isEqualTo("policies");
        assertThat(LaunchOptions.parse(Map.of(), "--city", "jiaxing")).isEqualTo(LaunchOptions.parse(Map.of()));
        var yunting = LaunchOptions.parse(Map.of(), "--city", "yunting", "--size", "year");
        assertThat(yunting.shipped()).isEqualTo("cities/yunting");
        assertThat(yunting.years()).isEqualTo(1);
        assertThat(LaunchOptions.parse(Map.of(), "--size", "year", "--city", "yunting"))
                .isEqualTo(yunting);
    }

    @Test
    void aSizeMayStillBeCalledACity() {
        for (var size : List.of("demo", "year", "full", "empty")) {
            assertThat(LaunchOptions.parse(Map.of(), "--city", size))
                    .isEqualTo(LaunchOptions.parse(Map.of(), "--size", size));
        }
        assertThat(LaunchOptions.parse(Map.of(), "--city", "yunting", "--city", "empty"))
                .isEqualTo(LaunchOptions.parse(Map.of(), "--city", "yunting", "--size", "empty"));
    }

    @Test
    void aCityThatDoesNotShipIsToldWithThoseThatDo() {
        assertThatThrownBy(() -> LaunchOptions.parse(Map.of(), "demo", "--city", "big"))
                .isInstanceOf(LaunchOptions.Unclear.class)
                .hasMessageContaining("no such city: --city big")
                .hasMessageContaining("there are: jiaxing, yunting");
    }

    @Test
    void operatorsFiguresAreServedAThousandPortsApartUnlessToldOtherwise() {
        assertThat(LaunchOptions.parse(Map.of()).managementPort()).isEqualTo(9080);
        assertThat(LaunchOptions.parse(Map.of(), "--port", "65000").managementPort())
                .isEqualTo(64_000);
        assertThat(LaunchOptions.parse(Map.of("ZHONGCHUANG_MANAGEMENT_PORT", "9404"), "serve")
                        .managementPort())
                .isEqualTo(9404);
        assertThat(LaunchOptions.parse(Map.of(), "serve", "--management-port", "9405")
                        .managementPort())
                .isEqualTo(9405);
    }

    @Test
    void theAddressThatKubernetesGivesAServiceIsNoPort() {
        assertThat(LaunchOptions.parse(Map.of("ZHONGCHUANG_PORT", "tcp://10.0.0.1:80"))
                        .port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://city:p%40ss@db.example:5433/zc, db.example:5433/zc, city, p@ss",
        "jdbc:postgresql://db/zc?user=city&password=a+b&sslmode=require, db/zc, city, a+b",
        "'postgres://city@a:1,b:2/zc', 'a:1,b:2/zc', city, fromFile",
    })
    void anAddressIsReadInTheFormOfJdbcAndOfLibpq(String text, String shown, String user, String password)
            throws IOException {
        var file = Files.writeString(Files.createTempFile("password", ""), "fromFile\n");
        var address = LaunchOptions.parse(
                        Map.of("ZHONGCHUANG_DATABASE_PASSWORD_FILE", file.toString()), "serve", "--database", text)
                .database()
                .orElseThrow();

        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address.login()).isEqualTo(new Login(user, password));
        assertThat(address.url()).doesNotContain(password).contains("reWriteBatchedInserts=true");
        assertThat(address).asString().doesNotContain(password);
    }

    @Test
    void anAddressThatSpringWouldTakeIsTakenAndCheckedLikeAnyOther() {
        var address = LaunchOptions.parse(
                        Map.of(
                                "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/zc",
                                "SPRING_DATASOURCE_USERNAME", "app",
                                "SPRING_DATASOURCE_PASSWORD", "secret",
                                "ZHONGCHUANG_DATABASE_OWNER", "owner",
                                "ZHONGCHUANG_DATABASE_OWNER_PASSWORD", "other"),
                        "serve")
                .database()
                .orElseThrow();

        assertThat(address.login()).isEqualTo(new Login("app", "secret"));
        assertThat(address.owner()).contains(new Login("owner", "other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --port",
                "demo --port x",
                "demo --port 70000",
                "demo --size big",
                "demo --city yunting --policies /tmp/z",
                "dmeo",
                "--seed -1",
                "serve --seed 3",
                "serve --city full",
                "serve --size full",
                "serve --database x",
                "serve --database postgresql://db/zc"
            })
    void whatCannotBeFollowedIsSaidInBothLanguages(String line) {
        assertThatThrownBy(() -> LaunchOptions.parse(Map.of(), line.split(" ", -1)))
                .isInstanceOf(LaunchOptions.Unclear.class);
    }
}
