package org.zhongchuang.outside.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void whatIsNoDataFolderIsSaidByEveryCommandThatNeedsOne() throws IOException {
        var file = Files.writeString(folder.resolve("data.txt"), "a file").toString();
        var empty = Files.createDirectory(folder.resolve("empty")).toString();
        for (var line : List.of(
                List.of("verify", "ledger"),
                List.of("verify", "audit"),
                List.of("verify", "files"),
                List.of("keys"),
                List.of("backup", "--to", folder.resolve("to").toString()))) {
            assertThat(refusal(line, file))
                    .isEqualTo(file + " 是文件，不是数据目录。 / " + file + " is a file and no data folder.\n");
            assertThat(refusal(line, empty)).isEqualTo(empty + " 不是数据目录。 / " + empty + " is no data folder.\n");
        }
    }

    private static String refusal(List<String> line, String data) {
        var answer = run(Stream.concat(line.stream(), Stream.of("--data", data)).toArray(String[]::new));
        assertThat(answer.code()).isEqualTo(2);
        return answer.err().lines().filter(one -> !one.startsWith("▸")).collect(Collectors.joining("\n", "", "\n"));
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
    void anOptionThatACommandDoesNotKnowIsNamedWithWhatItKnows() {
        var answer = run("calendar", "due", "--after", "2016-01-01", "--days", "3", "--inclusiv", "yes");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("--inclusiv\n").contains("calendar due --after DATE --days N [--inclusive]");
    }

    @Test
    void aBrokenPackNamesFileLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "pack: x\ndocument: [");

        var answer = run("policy", "check", folder.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("pack.yaml:2:");
    }

    @Test
    void whatIsOnlyDoubtfulLeavesTheExitCodeAtZero() throws IOException {
        var other = copy("other-name");

        var answer = run("policy", "check", other.toString());
        var json = run("policy", "check", other.toString(), "--json").json();

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("pack.yaml:2:7  提醒：").contains("✓").contains("1 个提醒");
        assertThat(json.get("problems")).isEmpty();
        assertThat(json.get("found")).hasSize(1);
        assertThat(json.at("/found/0/severity").stringValue()).isEqualTo("warning");
        assertThat(json.at("/found/0/line").intValue()).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsCountedAndStandsInTheOrderOfTheFiles() throws IOException {
        var broken = copy("jiaxing-2015-90");
        edit(broken.resolve("programmes/loan-interest.yaml"), "role: investor", "role: banker");
        edit(broken.resolve("parameters/notice-days.yaml"), "unit: working_days", "unit: yuan");

        var answer = run("policy", "check", broken.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out().lines().filter(one -> one.matches("[a-z/.-]+:[0-9]+:[0-9]+ {2}.* / .*")))
                .isSorted()
                .anyMatch(one -> one.contains("banker may not hold the step"))
                .anyMatch(one -> one.contains("is in yuan, which does not fit here"));
        assertThat(answer.out()).contains("✕ ");
    }

    @Test
    void thePacksOfAFolderAreCheckedOneByOneAndSideBySide() throws IOException {
        copy("jiaxing-2015-90");
        edit(copy("other").resolve("pack.yaml"), "pack: jiaxing-2015-90", "pack: other");

        var answer = run("policy", "check", folder.toString());
        var json = run("policy", "check", folder.toString(), "--json").json();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("— jiaxing-2015-90", "— other", "✕ jiaxing-2015-90 和 other 都有编号为 space-recognition 的事项");
        assertThat(json.at("/packs/other/pack").stringValue()).isEqualTo("other");
        assertThat(json.at("/packs/other/problems")).isEmpty();
        assertThat(json.get("together")).isNotEmpty();
    }

    @Test
    void aFigureOfAClauseThatIsNoValueOfItsParameterIsTold() throws IOException {
        var changed = copy("jiaxing-2015-90");
        edit(changed.resolve("clauses/5-support.yaml"), "20万元到30万元（含）", "20万元到300万元（含）");

        var answer = run("policy", "check", changed.toString());

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .containsPattern(
                        "clauses/5-support.yaml:117:\\d+ {2}提醒：条款 [^ ]+ 写的是“20万元到300万元（含）”，而 halving_ceiling 的值是 200000, 300000");
    }

    private Path copy(String name) throws IOException {
        var to = folder.resolve(name);
        try (var files = Files.walk(Path.of(PACK))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var at = to.resolve(Path.of(PACK).relativize(file).toString());
                Files.createDirectories(at.getParent());
                Files.copy(file, at);
            }
        }
        return to;
    }

    private static void edit(Path file, String text, String instead) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, instead));
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
        assertThat(run("calendar", "due", "--after", "2003-03-03", "--days", "5")
                        .out())
                .contains("2004年以前的日历未收录", "before 2004 is not on file");
        assertThat(run("calendar", "due", "--after", "2026-12-31", "--days", "20")
                        .out())
                .contains("未公布");
        assertThat(run("calendar", "due", "--after", "2016-02-07", "--days", "0", "--inclusive")
                        .err())
                .contains("至少为 1");
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

    private Answer ask(String programme, String facts) throws IOException {
        var file = Files.writeString(folder.resolve("facts.json"), facts);
        return run(
                "policy",
                "explain",
                programme,
                "--policy",
                PACK,
                "--on",
                "2016-03-01",
                "--facts",
                file.toString(),
                "--json");
    }

    @Test
    void moneyComesAndGoesAsYuanWithTwoDecimals() throws IOException {
        var firm = """
                {"tax_year": 2015, "taxable_income": "%s", "founded": "2014-01-01", "sector": "other", "staff_mean": 20,
                 "assets_mean": "1000000.00", "restricted_sector": false}""";

        var granted = ask("small-profit-tax", firm.formatted("200001.00")).json();
        assertThat(granted.get("outcome").stringValue()).isEqualTo("granted");
        assertThat(granted.get("amount").stringValue()).isEqualTo("35000.18");
        assertThat(granted.get("relief").stringValue()).isEqualTo("15000.07");
        assertThat(ask("small-profit-tax", firm.formatted("300001.00"))).satisfies(answer -> {
            assertThat(answer.code()).isEqualTo(10);
            assertThat(answer.json().get("amount").stringValue()).isEqualTo("75000.25");
            assertThat(answer.json()
                            .get("nearest")
                            .get("income")
                            .get(0)
                            .get("taxable_income")
                            .stringValue())
                    .isEqualTo("300000.00");
        });
        assertThat(ask("job-creation-subsidy", "{\"insured_employees\": 10}").code())
                .isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"taxable_income\": \"300000.001\"}",
                "{\"taxable_income\": -1}",
                "{\"taxable_income\": \"9999999999999999\"}",
                "{\"taxable_income\": true}",
                "{\"tax_year\": 2014}",
                "{\"founded\": \"2015-02-30\"}",
                "{\"founded\": 2015}",
                "{\"sector\": \"farming\"}",
                "{\"restricted_sector\": \"no\"}"
            })
    void aFactOfTheWrongFormIsNamedAndNothingIsComputed(String facts) throws IOException {
        var answer = ask("small-profit-tax", facts);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).doesNotContain("Exception").contains(facts.substring(2, facts.indexOf('"', 2)));
    }

    private Answer simulate(String csv, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), csv);
        var words = new java.util.ArrayList<>(List.of(
                "policy",
                "simulate",
                "job-creation-subsidy",
                "--policy",
                PACK,
                "--population",
                file.toString(),
                "--json"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void aReformIsTriedOnAPopulationByGroup() throws IOException {
        var answer = simulate(
                "\uFEFFinsured_employees,year_of_business,county\n3,1,南湖区\n30,1,南湖区\n30,2,海宁市\n2,1,海宁市\n,1,海宁市\n",
                "--set",
                "job_cap=30000",
                "--set",
                "job_threshold=2");

        assertThat(answer.code()).isZero();
        var json = answer.json();
        assertThat(json.get("before").stringValue()).isEqualTo("42000.00");
        assertThat(json.get("after").stringValue()).isEqualTo("65000.00");
        assertThat(json.get("winners").intValue()).isEqualTo(4);
        assertThat(json.get("gained").intValue()).isEqualTo(1);
        assertThat(json.get("undecided").intValue()).isEqualTo(1);
        assertThat(json.get("groups").get(1).get("group").stringValue()).isEqualTo("海宁市");
    }

    /** Written by DuckDB: whole numbers, a missing value, decimals, a date and a yes-or-no, compressed with snappy. */
    @Test
    void aParquetFileIsReadAsACsvIs() {
        var jobs = run(
                "policy",
                "simulate",
                "job-creation-subsidy",
                "--policy",
                PACK,
                "--population",
                "src/test/resources/population/people.parquet",
                "--set",
                "job_cap=30000",
                "--set",
                "job_threshold=2",
                "--json");
        assertThat(jobs.json().get("before").stringValue()).isEqualTo("42000.00");
        assertThat(jobs.json().get("after").stringValue()).isEqualTo("65000.00");
        assertThat(jobs.json().get("undecided").intValue()).isEqualTo(1);

        var tax = run(
                "policy",
                "simulate",
                "small-profit-tax",
                "--policy",
                PACK,
                "--population",
                "src/test/resources/population/firms.parquet",
                "--on",
                "2016-03-01",
                "--set",
                "halving_ceiling=200000",
                "--json");
        assertThat(tax.json().get("before").stringValue()).isEqualTo("25000.05");
        assertThat(tax.json().get("after").stringValue()).isEqualTo("62500.13");
    }

    @Test
    void aPopulationThatCannotBeReadIsToldOfWithItsRowAndColumn() throws IOException {
        assertThat(simulate("employees,year_of_business\n3,1\n").err()).contains("insured_employees");
        assertThat(simulate("insured_employees,year_of_business\n3,1\nthree,1\n")
                        .err())
                .contains("2")
                .contains("three");
        assertThat(simulate("insured_employees,year_of_business\n3\n").err()).contains("CSV");
        assertThat(simulate("").err()).contains("空");
        assertThat(simulate("insured_employees,year_of_business\n3,1\n", "--set", "no_such=1")
                        .err())
                .contains("no_such");
        assertThat(simulate("insured_employees,year_of_business\n3,1\n", "--set", "job_cap=much")
                        .err())
                .contains("job_cap");
        Files.write(
                folder.resolve("gbk.csv"),
                "编号,insured_employees,year_of_business\n".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(run(
                                "policy",
                                "simulate",
                                "job-creation-subsidy",
                                "--policy",
                                PACK,
                                "--population",
                                folder.resolve("gbk.csv").toString())
                        .err())
                .contains("UTF-8");
    }

    @Test
    void whatIsNoDecisionFileIsToldOf() throws IOException {
        var file = Files.writeString(folder.resolve("decision.json"), "{}");
        assertThat(run("verify", file.toString()).code()).isEqualTo(2);
        assertThat(run("verify", folder.resolve("none.json").toString()).err()).contains("none.json");
    }
}
