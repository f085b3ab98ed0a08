package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list says which codes hold from which day, and rules ask for them. */
class ListTests {

    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);
    private static final String PACK = """
            pack: p
            document: { number: 甲, title: { zh: 甲, en: a }, issuer: { zh: 甲, en: a }, issued: 2018-01-01, effectiveFrom: 2018-01-01 }
            """;
    private static final String CLAUSES = """
            id: 一
            title: { zh: 甲, en: a }
            clauses: [ { id: 一(一), title: { zh: 甲, en: a }, summary: { zh: 甲, en: a } } ]
            """;
    private static final String FACTS = """
            - { id: industry, label: { zh: 行业, en: Industry }, help: { zh: 甲, en: a }, kind: text }
            """;
    private static final String LIST = """
            id: wanted
            clause: 一(一)
            means: { zh: 鼓励的行业, en: Industries that are wanted }
            values:
              - { from: 2018-01-01, codes: [ C39, "40" ], standing: set, basis: { zh: 甲, en: a } }
              - { from: 2018-06-01, codes: [ C39, "40", M73 ], standing: set, basis: { zh: 乙, en: b } }
            """;
    private static final String PROGRAMME = """
            id: grant
            title: { zh: 甲, en: a }
            purpose: { zh: 甲, en: a }
            clauses: [ 一(一) ]
            beneficiary: firm
            criteria: [ { id: trade, clause: 一(一), wording: { zh: 甲, en: a }, rule: "begins(industry, wanted)" } ]
            """;
    private static final String CASES = """
            - { name: before, programme: grant, on: 2018-05-31, given: { industry: M7320 }, refused: [ trade ] }
            - { name: after, programme: grant, on: 2018-06-01, given: { industry: M7320 } }
            """;

    private static Map<String, String> files(String file, String text, String instead) {
        var files = new TreeMap<>(Map.of(
                "pack.yaml", PACK,
                "clauses/1.yaml", CLAUSES,
                "facts.yaml", FACTS,
                "lists/wanted.yaml", LIST,
                "programmes/grant.yaml", PROGRAMME,
                "cases/grant.yaml", CASES));
        assertThat(files.get(file)).contains(text);
        files.computeIfPresent(file, (_, whole) -> whole.replace(text, instead));
        return files;
    }

    private static PolicyPack pack() {
        return PackReader.read(files("pack.yaml", "pack: p", "pack: p"));
    }

    private static Findings judged(PolicyPack pack, String industry, LocalDate day, boolean demonstration) {
        return pack.evaluate("grant", day, Map.of("industry", new FactValue.Word(industry)), demonstration);
    }

    @Test
    void aPackWithAListIsSound() {
        assertThat(PackCheck.problemsOf(pack()).stream().filter(flaw -> !flaw.warning()))
                .isEmpty();
        assertThat(pack().lists().values())
                .singleElement()
                .satisfies(list -> assertThat(list.isOf("一(一)")).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "C39, 2018-05-31, GRANTED",
        "C3921, 2018-05-31, GRANTED",
        "c3921, 2018-05-31, REFUSED",
        "C3, 2018-05-31, REFUSED",
        "4090, 2018-05-31, GRANTED",
        "M7320, 2018-05-31, REFUSED",
        "M7320, 2018-06-01, GRANTED",
        "'', 2018-06-01, REFUSED"
    })
    void theCodesOfTheDayCount(String industry, LocalDate day, Findings.Outcome outcome) {
        assertThat(judged(pack(), industry, day, false).outcome()).isEqualTo(outcome);
    }

    @Test
    void whatIsFoundNamesTheListWithItsCodesAndBasis() {
        var finding = judged(pack(), "C39", DAY, false).all().getFirst();

        assertThat(finding.lists()).singleElement().satisfies(listed -> {
            assertThat(listed.list().id()).isEqualTo("wanted");
            assertThat(listed.value().codes()).containsExactly("C39", "40", "M73");
            assertThat(listed.value().basis().zh()).isEqualTo("乙");
            assertThat(listed.on()).isEqualTo(DAY);
        });
        assertThat(finding.demonstration()).isFalse();
    }

    @Test
    void aListAskedForRecordByRecordIsShownAndItsChangesAreCovered() {
        var files = files("programmes/grant.yaml", "begins(industry, wanted)", "count(firms[trade in wanted]) >= 1");
        files.put("facts.yaml", """
                - id: firms
                  label: { zh: 企业, en: Firms }
                  help: { zh: 甲, en: a }
                  kind: records
                  fields: [ { id: trade, label: { zh: 行业, en: Trade }, help: { zh: 甲, en: a }, kind: text } ]
                """);
        files.computeIfPresent(
                "cases/grant.yaml",
                (_, cases) -> cases.replace("{ industry: M7320 }", "{ firms: [ { trade: C1 }, { trade: M73 } ] }"));

        assertThat(problems(files)).isEmpty();
        files.computeIfPresent("cases/grant.yaml", (_, cases) -> cases.replace("2018-05-31", "2018-05-30"));
        assertThat(problems(files)).singleElement().asString().contains("a case on 2018-05-31 is missing");
        var firms = new FactValue.Rows(List.of(Map.of("trade", new FactValue.Word("C39"))));
        assertThat(PackReader.read(files)
                        .evaluate("grant", DAY, Map.of("firms", firms), false)
                        .all()
                        .getFirst()
                        .lists())
                .extracting(listed -> listed.list().id())
                .containsExactly("wanted");
    }

    @Test
    void codesThatNobodySetAreUnknownInARealCity() {
        var pack =
                PackReader.read(files("lists/wanted.yaml", "M73 ], standing: set", "M73 ], standing: demonstration"));

        assertThat(judged(pack, "C39", DAY, true).all().getFirst().demonstration())
                .isTrue();
        var real = judged(pack, "C39", DAY, false);
        assertThat(real.outcome()).isEqualTo(Findings.Outcome.UNDECIDED);
        assertThat(real.missing()).isEqualTo(Set.of("wanted"));
        assertThat(pack.missing(real.missing())).singleElement().satisfies(missing -> {
            assertThat(missing.label().en()).isEqualTo("Industries that are wanted");
            assertThat(missing.isUnset()).isTrue();
        });
        assertThat(judged(pack, "C39", LocalDate.of(2018, 5, 1), false).outcome())
                .isEqualTo(Findings.Outcome.GRANTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cases/grant.yaml | on: 2018-05-31 | on: 2018-05-30 | list wanted changes on 2018-06-01: a case on 2018-05-31 is missing",
                "programmes/grant.yaml | begins(industry, wanted) | begins(industry, wonted) | did you mean wanted?",
                "programmes/grant.yaml | \"begins(industry, wanted)\" | 'industry = \"M7320\"' | list wanted is used by no rule",
                "lists/wanted.yaml | clause: 一(一) | clause: 九 | 九",
                "lists/wanted.yaml | from: 2018-06-01 | from: 2018-01-01 | oldest first, once for each day",
                "lists/wanted.yaml | [ C39, \"40\", M73 ] | [ M73, M73 ] | code M73 is written twice",
                "lists/wanted.yaml | [ C39, \"40\", M73 ] | [ ] | has codes, and none that is empty",
                "lists/wanted.yaml | [ C39, \"40\", M73 ] | [ C39, \" \" ] | has codes, and none that is empty",
                "lists/wanted.yaml | standing: set, basis: { zh: 乙, en: b } | standing: set | basis",
                "facts.yaml | id: industry | id: wanted | has the name of a fact or parameter",
                "lists/wanted.yaml | codes: [ C39, \"40\" ] | code: C39 | code"
            })
    void whatIsWrongWithAListIsTold(String file, String text, String instead, String told) {
        assertThat(problems(files(file, text, instead))).anyMatch(said -> said.contains(told));
    }

    private static List<String> problems(Map<String, String> files) {
        try {
            return PackCheck.problemsOf(PackReader.read(files)).stream()
                    .filter(flaw -> !flaw.warning())
                    .map(Flaw::said)
                    .toList();
        } catch (PackProblem problem) {
            return problem.problems().stream().map(Flaw::said).toList();
        }
    }

    @Test
    void anAmendmentPutsAnotherListInItsPlace() {
        var changes = new TreeMap<>(Map.of(
                "pack.yaml",
                PACK.replace("pack: p", "pack: q\namends: { pack: p, open: old }"),
                "lists/wanted.yaml",
                LIST.replace("C39, ", "")));
        var amendment = PackReader.amendment(changes).orElseThrow();

        var after = PackReader.read(amendment.applied(files("pack.yaml", "pack: p", "pack: p"), changes));

        assertThat(judged(after, "C39", DAY, false).outcome()).isEqualTo(Findings.Outcome.REFUSED);
        assertThat(judged(after, "M73", DAY, false).outcome()).isEqualTo(Findings.Outcome.GRANTED);
    }
}
