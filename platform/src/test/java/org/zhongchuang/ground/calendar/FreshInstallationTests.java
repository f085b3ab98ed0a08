package org.zhongchuang.ground.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.Zhongchuang;
import org.zhongchuang.installation.launch.Database;
import org.zhongchuang.installation.launch.Foundation;
import org.zhongchuang.installation.launch.LaunchOptions;

/** What an operator sees of an installation that nobody has set up yet: no value is set, nothing is filled in. */
@ExtendWith(OutputCaptureExtension.class)
class FreshInstallationTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isUpWaitsForWhatNobodyHasSetAndSaysAtOnceWhatIsWrong(@TempDir Path data, CapturedOutput output)
            throws IOException, InterruptedException {
        var foundation = new Foundation(LaunchOptions.parse("serve", "--data", data.toString()), System.out::println);
        try (foundation) {
            var database = foundation.lay();
            try (var city = start(data, database, foundation)) {
                everyWorkGoesWellOrWaits(city);
                figuresAreOnTheirOwnPortAndWrittenDown(city);
                workThatFailsWarnsAndStopsNoOther(city, database);
                everyRequestHasAnId(city);
                theFirstAdministratorsLinkIsForItsOwnerOnly(city, data, output);
                foundation.close();
                aDatabaseThatIsAwayIsSaidAtOnce(city);
            }
            assertThat(data.resolve("first-administrator.txt")).doesNotExist();
        }
    }

    private static ConfigurableApplicationContext start(Path data, Database database, Foundation foundation) {
        return new SpringApplicationBuilder(Zhongchuang.class)
                .properties(Map.ofEntries(
                        Map.entry("server.port", "0"),
                        Map.entry("management.server.port", "0"),
                        Map.entry("spring.datasource.url", database.url()),
                        Map.entry(
                                "spring.datasource.username",
                                database.application().name()),
                        Map.entry(
                                "spring.datasource.password",
                                database.application().password()),
                        Map.entry("spring.flyway.user", database.owner().name()),
                        Map.entry("spring.flyway.password", database.owner().password()),
                        Map.entry("zhongchuang.data", data.toString()),
                        Map.entry("zhongchuang.files", data.resolve("files").toString()),
                        Map.entry(
                                "zhongchuang.decision-key", foundation.secrets().decisionKey()),
                        Map.entry(
                                "zhongchuang.personal-data-key",
                                foundation.secrets().personalDataKey()),
                        Map.entry("zhongchuang.demonstration.enabled", false),
                        Map.entry("zhongchuang.demonstration.spaces", 0),
                        Map.entry("zhongchuang.demonstration.seed", 0),
                        Map.entry("zhongchuang.work.enabled", false)))
                .run();
    }

    private void everyWorkGoesWellOrWaits(ConfigurableApplicationContext city)
            throws IOException, InterruptedException {
        var works = city.getBean(DueWorks.class);
        works.settle();

        assertThat(works.states())
                .allSatisfy(state -> assertThat(state.failures())
                        .as(state.about().id() + " " + state.failure())
                        .isZero())
                .filteredOn(state -> state.waits().isPresent())
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.about().id()).isEqualTo("scrutiny");
                    assertThat(state.waits().orElseThrow().missing().zh()).contains("second_look_from", "尚未由主管部门设定");
                    assertThat(state.waits().orElseThrow().address()).isEqualTo("/parameters/second_look_from");
                });
        assertThat(works.failures()).isEmpty();
        for (var path : new String[] {"/health", "/health/ready", "/health/live"}) {
            assertThat(page(city, path)).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("UP");
            });
        }
    }

    private void figuresAreOnTheirOwnPortAndWrittenDown(ConfigurableApplicationContext city)
            throws IOException, InterruptedException {
        for (var path : new String[] {"/actuator", "/actuator/prometheus", "/actuator/health", "/metrics"}) {
            assertThat(page(city, path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : new String[] {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers"}) {
            assertThat(managed(city, path).statusCode()).as(path).isIn(403, 404);
        }
        var names = Pattern.compile("zhongchuang_[a-z_]+");
        var documented = names.matcher(Files.readString(Path.of("../docs/metrics.md")))
                .results()
                .map(found -> found.group())
                .toList();
        var served = names.matcher(managed(city, "/actuator/prometheus").body())
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertThat(served)
                .contains("zhongchuang_payments_queued", "zhongchuang_work_waiting", "zhongchuang_figures_unread")
                .allSatisfy(name -> assertThat(documented).contains(name));
        assertThat(managed(city, "/actuator/prometheus").body())
                .contains("zhongchuang_work_waiting{work=\"scrutiny\"} 1.0", "hikaricp_connections", "jvm_memory_used");
    }

    /** The offers' table is away, as after a half restore: the work on it fails, everything else goes on. */
    private void workThatFailsWarnsAndStopsNoOther(ConfigurableApplicationContext city, Database database)
            throws IOException, InterruptedException {
        var owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().name(), database.owner().password()));
        owner.sql("alter table offer.offer rename to gone").update();
        var works = city.getBean(DueWorks.class);
        for (int i = 0; i < WorkState.MANY_FAILURES; i++) {
            works.settle();
        }

        assertThat(works.states())
                .filteredOn(WorkState::keepsFailing)
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.about().id()).isEqualTo("offers");
                    assertThat(state.failure()).contains("offer.offer");
                });
        assertThat(works.failures()).hasSize(WorkState.MANY_FAILURES);
        assertThat(managed(city, "/actuator/health").body()).contains("WARNING", "failed 3 times in a row");
        assertThat(page(city, "/health").body()).isEqualTo("UP");
        owner.sql("alter table offer.gone rename to offer").update();
        works.settle();
        assertThat(works.states()).noneMatch(state -> state.failures() > 0);
    }

    private void everyRequestHasAnId(ConfigurableApplicationContext city) throws IOException, InterruptedException {
        var missing = page(city, "/no-such-page");
        var id = missing.headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(missing.body()).contains(id);
    }

    /** What is printed ends in a log, and whoever reads a link there could use it. */
    private static void theFirstAdministratorsLinkIsForItsOwnerOnly(
            ConfigurableApplicationContext city, Path data, CapturedOutput output) throws IOException {
        var file = data.resolve("first-administrator.txt");
        var token = Files.readString(file).strip().replaceFirst(".*/", "");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(output.getAll()).contains(file.toString()).doesNotContain(token);
        try (var visitor =
                PlainBrowser.at("http://127.0.0.1:" + city.getEnvironment().getRequiredProperty("local.server.port"))) {
            assertThat(visitor.opens("/first-administrator/" + "0".repeat(token.length()))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.opens("/first-administrator/" + token).statusCode())
                    .isEqualTo(200);
            var form = Map.of(
                    "login", "first", "name", "王某某", "organisation", "测试局", "password", "three wooden boats upstream");
            assertThat(visitor.posts("/first-administrator/" + token, form).statusCode())
                    .isEqualTo(302);
            assertThat(visitor.opens("/first-administrator/" + token).statusCode())
                    .isEqualTo(404);
            assertThat(visitor.posts("/first-administrator/" + token, form).statusCode())
                    .isEqualTo(404);
        }
        assertThat(output.getAll()).doesNotContain(token);
        assertThat(file).doesNotExist();
    }

    private void aDatabaseThatIsAwayIsSaidAtOnce(ConfigurableApplicationContext city)
            throws IOException, InterruptedException {
        HttpResponse<String> health;
        // An answer found just before holds for two seconds.
        do {
            health = page(city, "/health");
        } while (health.statusCode() == 200);

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).isEqualTo("DOWN");
        assertThat(page(city, "/health/live").body()).isEqualTo("UP");
        assertThat(managed(city, "/actuator/health").body()).contains("\"database\"", "DOWN");
    }

    private HttpResponse<String> page(ConfigurableApplicationContext city, String path)
            throws IOException, InterruptedException {
        return get(city.getEnvironment().getRequiredProperty("local.server.port"), path);
    }

    private HttpResponse<String> managed(ConfigurableApplicationContext city, String path)
            throws IOException, InterruptedException {
        return get(city.getEnvironment().getRequiredProperty("local.management.port"), path);
    }

    private HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
    }
}
