package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small edit of the shipped pack, and what the check tells of it, at which place. */
class BrokenPackTests {

    private static final String LOAN = "programmes/loan-interest.yaml";
    private static final String SPACE = "programmes/space-recognition.yaml";
    private static final String ACCEPTANCE =
            "    - { step: acceptance, role: labour_officer, days: acceptance_days }\n";
    private static final String NOTICE = "    - { step: notice, role: labour_officer, days: notice_days }\n";
    private static final String DECISION = "    - { step: decision, role: labour_officer, days: decision_days }\n";

    static Stream<Arguments> wrong() {
        return Stream.of(
                edit(
                        LOAN,
                        ACCEPTANCE + "    - { step: training",
                        "    - { step: acceptance, role: labour_officer, days: review_days }\n"
                                + ACCEPTANCE.replace(
                                        "acceptance, role",
                                        "received, kind: acceptance, name: { zh: 收, en: Received }, role")
                                + "    - { step: training",
                        "acceptance must be the first step",
                        LOAN),
                edit(LOAN, DECISION, "", "there is no decision", LOAN),
                edit(LOAN, NOTICE + DECISION, DECISION + NOTICE, "the decision must be the last step", LOAN),
                edit(LOAN, NOTICE + DECISION, DECISION + NOTICE, "the notice must stand before the decision", LOAN),
                edit(
                        LOAN,
                        "{ step: training, kind: review, name: { zh: \"创业培训核对\", en: \"Check of the training\" }",
                        "{ step: training, kind: review",
                        "has no name; the words are acceptance, review",
                        LOAN),
                edit(
                        "parameters/notice-days.yaml",
                        "    is: ",
                        "    is: 0 #",
                        "must be at least 1",
                        "parameters/notice-days.yaml"),
                edit(
                        "parameters/panel-size.yaml",
                        "    is: ",
                        "    is: 0 #",
                        "must be at least 1",
                        "parameters/panel-size.yaml"),
                edit(
                        "parameters/notice-days.yaml",
                        "    is: ",
                        "    is: -7 #",
                        "a number of 0 or more",
                        "parameters/notice-days.yaml"),
                edit("parameters/minimum-score.yaml", "    is: ", "    is: 101 #", "above the 100 points", SPACE),
                edit(SPACE, "points: 30", "points: -30", "must be above 0", SPACE),
                edit(SPACE, "{minimum_area}", "{minimum_aria}", "{minimum_aria} is no parameter", SPACE),
                edit(SPACE, "{minimum_area}", "{panel_size}", "is a parameter of another rule", SPACE),
                edit("pack.yaml", "code: \"330402\"", "code: \"330411\"", "area 330411 is defined twice", "pack.yaml"),
                edit(
                        "pack.yaml",
                        "en: \"Nanhu\" }, parent: \"330400\"",
                        "en: \"Nanhu\" }, parent: \"330499\"",
                        "is no other area",
                        "pack.yaml"),
                edit(
                        "pack.yaml",
                        "en: \"Nanhu\" }, parent: \"330400\"",
                        "en: \"Nanhu\" }, parent: null",
                        "only the whole city has none",
                        "pack.yaml"),
                edit(
                        "parameters/notice-days.yaml",
                        "unit: working_days",
                        "unit: yuan",
                        "is in yuan, which does not fit here",
                        LOAN),
                edit("parameters/panel-size.yaml", "unit: people", "unit: yuan", "is in yuan", SPACE),
                edit("parameters/minimum-score.yaml", "unit: points", "unit: percent", "is in percent", SPACE),
                edit(
                        "pack.yaml",
                        "effectiveTo: 2021-12-31",
                        "effectiveTo: 2014-12-31",
                        "before it takes effect",
                        "pack.yaml"),
                edit("pack.yaml", "day: 2019-12-30", "day: 2018-12-30", "is not in the year 2019", "pack.yaml"),
                edit(
                        "clauses/5-support.yaml",
                        "id: 五\n",
                        "id: 四\n",
                        "part 四 is defined twice",
                        "clauses/5-support.yaml"),
                edit(
                        SPACE,
                        "{ id: rules, label: { zh: \"管理制度文本\"",
                        "{ id: lease, label: { zh: \"管理制度文本\"",
                        "lease is defined twice",
                        SPACE),
                edit(
                        "cases/space-recognition.yaml",
                        "  given:",
                        "  given: {}\n  given:",
                        "\"given\" is given twice",
                        "cases/space-recognition.yaml"),
                edit("pack.yaml", "areas:", "area:", "\"area\" is not known here", "pack.yaml"),
                edit("facts.yaml", "kind: number", "kind: numbr", "write one of choice, day, number", "facts.yaml"),
                edit(
                        "programmes/event-support.yaml",
                        "mean_score in [event_least_score..event_full_score)",
                        "mean_score in [event_least_score..event_full_score) and day < 2017-01-01",
                        "has a gap on 2017-01-01",
                        "programmes/event-support.yaml"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsToldInBothLanguagesWithItsPlace(
            String file, String text, String instead, String told, String at) {
        assertThat(found(edited(file, text, instead)))
                .filteredOn(flaw -> !flaw.warning())
                .anySatisfy(flaw -> {
                    assertThat(flaw.what().en()).contains(told).doesNotContain("java", "zhongchuang");
                    assertThat(flaw.what().zh()).matches("(?s).*[\\u4e00-\\u9fff].*");
                    assertThat(flaw.where().file()).isEqualTo(at);
                    assertThat(flaw.line()).isPositive();
                });
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                edit(SPACE, "points: 30", "points: 31", "the rubric make 101, not 100", SPACE),
                edit(
                        "pack.yaml",
                        "column: 4, row: 2",
                        "column: 5, row: 2",
                        "another area lies in column 5, row 2",
                        "pack.yaml"),
                edit(
                        "parameters/notice-days.yaml",
                        "unit: working_days",
                        "unit: none",
                        "notice_days has no unit; write one of days, working_days",
                        "parameters/notice-days.yaml"),
                edit(
                        "parameters/notice-days.yaml",
                        "unit: working_days",
                        "unit: days",
                        "working days are counted here",
                        LOAN),
                edit(
                        "pack.yaml",
                        "issued: 2015-12-01",
                        "issued: 2016-12-01",
                        "make sure that it reaches back",
                        "pack.yaml"),
                edit(
                        "pack.yaml",
                        "  effectiveTo: 2021-12-31\n",
                        "",
                        "was repealed, but has no effectiveTo",
                        "pack.yaml"),
                edit(
                        "parameters/notice-days.yaml",
                        "    is: ",
                        "    recorded: 2010-01-01\n    is: ",
                        "before it holds from",
                        "parameters/notice-days.yaml"),
                edit(
                        "clauses/5-support.yaml",
                        "zh: \"50万元以上（含）\", en: \"At least 500,000 yuan, inclusive\", by: start_up_floor",
                        "zh: \"三年内\", en: \"three years\"",
                        "reads like a figure",
                        "clauses/5-support.yaml"),
                edit(
                        "facts.yaml",
                        "- id: area_sqm",
                        "- { id: idle, kind: yes_no, label: { zh: 闲, en: Idle }, help: { zh: 闲, en: idle } }\n- id: area_sqm",
                        "fact idle is used by no rule",
                        "facts.yaml"),
                edit(
                        "programmes/event-support.yaml",
                        "        - { when: mean_score < event_least_score, is: 0% }\n",
                        "        - { when: mean_score < event_least_score, is: 0% }\n      otherwise: 0%\n",
                        "its otherwise is never reached",
                        "programmes/event-support.yaml"),
                edit(
                        "programmes/graduate-insurance-subsidy.yaml",
                        "rule: months_counted > 0",
                        "rule: months_counted > 0 and count(contributions) <= insurance_months",
                        "a number of records is compared with months",
                        "programmes/graduate-insurance-subsidy.yaml"),
                edit(
                        "programmes/loan-interest.yaml",
                        "role: education_officer",
                        "role: labour_officer",
                        "education_officer, who has no step",
                        "facts.yaml"));
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void whatIsOnlyDoubtfulIsAWarning(String file, String text, String instead, String told, String at) {
        assertThat(found(edited(file, text, instead))).filteredOn(Flaw::warning).anySatisfy(flaw -> {
            assertThat(flaw.said()).contains(told).startsWith(at + ":").contains("提醒");
            assertThat(flaw.line()).isPositive();
        });
    }

    @Test
    void aProcedureWithoutStepsAndAPackWithoutAreasAreTold() {
        var steps = Packs.jiaxing()
                .getOrDefault(LOAN, "")
                .replaceAll("(?s)  steps:.*?  statement:", "  steps: []\n  statement:");
        var areas = Packs.jiaxing().getOrDefault("pack.yaml", "").replaceAll("(?s)\nareas:.*", "\nareas: []\n");

        assertThat(said(with(LOAN, steps))).anyMatch(one -> one.contains("there are no steps"));
        assertThat(said(with("pack.yaml", areas))).anyMatch(one -> one.contains("areas is missing"));
    }

    @Test
    void aCaseThatIsWrittenTwiceIsToldAtTheSecond() {
        var cases = Packs.jiaxing().getOrDefault("cases/start-up-fund.yaml", "");
        var first = cases.lines().filter(line -> line.startsWith("- name")).count();

        assertThat(found(with("cases/start-up-fund.yaml", cases + "\n" + cases)))
                .filteredOn(flaw -> flaw.what().en().contains("is written twice"))
                .hasSize((int) first)
                .allSatisfy(flaw -> assertThat(flaw.line())
                        .isGreaterThan((int) cases.lines().count()));
    }

    @Test
    void aPackThatPaysWithoutATreasuryIsWarnedOf() {
        var files = Packs.jiaxing();
        files.remove("treasury.yaml");

        assertThat(said(files)).anyMatch(one -> one.contains("there is no treasury.yaml"));
    }

    @Test
    void aPackInAFolderOfAnotherNameIsWarnedOf() {
        var pack = PackReader.read(Packs.jiaxing()).id();

        assertThat(PackCheck.folderOf(pack, "jiaxing-2015-90")).isEmpty();
        assertThat(Flaw.placed(PackCheck.folderOf(pack, "other"), Packs.jiaxing()))
                .singleElement()
                .extracting(Flaw::said)
                .asString()
                .startsWith("pack.yaml:2:7  提醒：");
    }

    @Test
    void theProblemsOfAllFilesAreToldInTheOrderOfFileAndLine() {
        var broken = edited("parameters/minimum-area.yaml", "is: 500", "is: many");
        broken.put("facts.yaml", "- id: [");
        broken.put("targets.yaml", "- { unknown: 1 }");

        assertThat(found(broken))
                .extracting(flaw -> flaw.where().file())
                .isSorted()
                .hasSizeGreaterThan(2);
    }

    private static Arguments edit(String file, String text, String instead, String told, String at) {
        return Arguments.of(file, text, instead, told, at);
    }

    private static List<String> said(Map<String, String> files) {
        return found(files).stream().map(Flaw::said).toList();
    }

    private static List<Flaw> found(Map<String, String> files) {
        try {
            return Flaw.placed(new ArrayList<>(PackCheck.problemsOf(PackReader.read(files))), files);
        } catch (PackProblem told) {
            return told.problems();
        }
    }

    private static Map<String, String> edited(String file, String text, String instead) {
        var was = Packs.jiaxing().getOrDefault(file, "");
        assertThat(was).contains(text);
        return with(file, was.replace(text, instead));
    }

    private static Map<String, String> with(String file, String text) {
        var files = new TreeMap<>(Packs.jiaxing());
        files.put(file, text);
        return files;
    }
}
