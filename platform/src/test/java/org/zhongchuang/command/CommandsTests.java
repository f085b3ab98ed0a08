package org.zhongchuang.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that need no server, as a script would use them. */
class CommandsTests {

    private static final String PACK = "../policies/jiaxing-2015-90";
    private static final String FACTS = """
            {"area_sqm": "800", "desks": 60, "usable_share": 80, "lease_months_left": 40, "independent_body": true, "staff": 5,
             "written_rules": true, "months_operating": 18, "tenants": 25, "mentors": 6, "events_per_year": 12, "service_kinds": 6}
            """;

    @TempDir
    private Path folder;

    /** What a command answered. */
    private record Answer(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Answer run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code =
                Commands.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Answer(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Answer explain(String facts) throws IOException {
        var file = Files.writeString(folder.resolve("facts.json"), facts);
        return run(
                "policy",
                "explain",
                "space-recognition",
                "--policy",
                PACK,
                "--on",
                "2016-06-01",
                "--facts",
                file.toString(),
                "--json");
    }

    @Test
    void aSoundPackIsFine() {
        assertThat(run("policy", "check", PACK).code()).isZero();
        assertThat(run("policy", "check", PACK, "--json").json().get("problems"))
                .isEmpty();
    }

    @Test
    void whoMeetsEverythingIsGranted() throws IOException {
        var answer = explain(FACTS);

        assertThat(answer.code()).isZero();
        assertThat(answer.json().get("outcome").stringValue()).isEqualTo("granted");
        assertThat(answer.json().get("trace")).hasSize(9);
    }

    @Test
    void whoFailsIsToldTheNearestChange() throws IOException {
        var answer = explain(FACTS.replace("\"tenants\": 25", "\"tenants\": 19"));

        assertThat(answer.code()).isEqualTo(10);
        assertThat(answer.json().get("unmet").get(0).stringValue()).isEqualTo("tenants");
        assertThat(answer.json().at("/nearest/tenants/0/tenants").stringValue()).isEqualTo("20");
    }

    @Test
    void whatIsMissingLeavesItUndecided() throws IOException {
        var answer = explain(FACTS.replace("\"mentors\": 6, ", ""));

        assertThat(answer.code()).isEqualTo(11);
        assertThat(answer.json().get("missing").get(0).stringValue()).isEqualTo("mentors");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"desks\": true}",
                "{\"desks\": \"many\"}",
                "{\"desk\": 1}",
                "{\"independent_body\": 1}",
                "{"
            })
    void factsThatCannotBeReadAreBadInputWithoutAStackTrace(String facts) throws IOException {
        var answer = explain(facts);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isNotBlank().doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy",
                "policy check",
                "policy check /no/such/folder",
                "policy explain nothing --policy ../policies/jiaxing-2015-90",
                "calendar due --after today --days 3",
                "calendar due --after 2016-01-01 --days",
                "code check"
            })
    void aLineThatCannotBeFollowedIsBadInput(String line) {
        var answer = run(line.split(" ", -1));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).isNotBlank();
    }

    @Test
    void aBrokenPackNamesFileLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "pack: x\ndocument: [");

        var answer = run("policy", "check", folder.toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("pack.yaml:");
    }

    @Test
    void daysAreCountedByTheOfficialCalendar() {
        assertThat(run("calendar", "due", "--after", "2015-12-31", "--days", "20")
                        .out())
                .startsWith("2016-01-29");
        assertThat(run("calendar", "due", "--after", "2016-02-04", "--days", "5", "--inclusive", "--json")
                        .json()
                        .get("due")
                        .stringValue())
                .isEqualTo("2016-02-15");
        assertThat(run("calendar", "due", "--after", "2026-12-31", "--days", "20", "--json")
                        .json()
                        .get("provisional")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void codesAreChecked() {
        assertThat(run("code", "check", "91350100M000100Y43").code()).isZero();
        assertThat(run("code", "check", "91350100M000100Y43", "91350100M000100Y4Z", "--json")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void theFactsOfAProgrammeAreListed() {
        assertThat(run("policy", "facts", "space-recognition", "--policy", PACK, "--json")
                        .json()
                        .get("facts"))
                .hasSize(12);
        assertThat(run("policy", "facts", "space-recognition", "--policy", PACK).out())
                .contains("入驻创业团队和企业");
    }
}
