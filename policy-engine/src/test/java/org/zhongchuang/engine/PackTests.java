package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The Jiaxing pack, and what the reader and the check say of a pack that is broken on purpose. */
class PackTests {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);
    private static final PolicyPack PACK = PackReader.read(Packs.jiaxing());

    @Test
    void theJiaxingPackIsSound() {
        assertThat(PackCheck.problemsOf(PACK)).isEmpty();
    }

    @Test
    void theJiaxingPackHoldsTheWholeDocument() {
        assertThat(PACK.parts()).hasSize(7);
        assertThat(PACK.clauses()).hasSize(21);
        assertThat(PACK.items()).hasSize(77);
    }

    static Stream<Arguments> mutations() {
        return Stream.of(
                Arguments.of("facts.yaml", "kind: number", "kind: numbr", "numbr"),
                Arguments.of("pack.yaml", "pack: jiaxing-2015-90", "pak: jiaxing-2015-90", "pak"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "usable_share >= minimum_usable_share",
                        "usable_share >= ",
                        "missing here"),
                Arguments.of("programmes/space-recognition.yaml", "rule: tenants >=", "rule: tenants >= >=", "column"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aPackThatCannotBeReadNamesTheFileAndWhatIsWrong(String file, String text, String instead, String told) {
        var broken = mutated(file, text, instead);

        assertThatThrownBy(() -> PackReader.read(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining(file)
                .hasMessageContaining(told);
    }

    static Stream<Arguments> unsound() {
        return Stream.of(
                Arguments.of(
                        "parameters/minimum-area.yaml",
                        "clause: 五(二)-1",
                        "clause: 九(九)-1",
                        "which the document does not have"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "area_sqm >= minimum_area",
                        "area_sqm >= minimum_desks",
                        "do not compare"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "rule: tenants >= minimum_tenants",
                        "rule: tenants",
                        "a condition is needed"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "mentors >= minimum_mentors",
                        "mentor >= minimum_mentors",
                        "neither a fact nor a parameter"),
                Arguments.of("parameters/minimum-area.yaml", "is: 500", "is: 5000", "but the rules say"),
                Arguments.of(
                        "cases/space-recognition.yaml",
                        "refused: [ lease ]",
                        "refused: [ usable ]",
                        "no case shows it failing alone"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "days: review_days",
                        "days: acceptance_days",
                        "used by no rule"),
                Arguments.of("clauses/5-support.yaml", "id: 五(二)-2", "id: 五(二)-1", "defined twice"));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void theCheckFindsWhatIsUnsound(String file, String text, String instead, String told) {
        var pack = PackReader.read(mutated(file, text, instead));

        assertThat(PackCheck.problemsOf(pack))
                .anySatisfy(problem -> assertThat(problem).contains(told));
    }

    @Test
    void aChangedValueNeedsACaseOnTheDayBeforeAndOnTheDay() {
        var changed = mutated(
                "parameters/minimum-area.yaml",
                "values:\n",
                "values:\n  - { from: 2015-01-01, is: 400, standing: demonstration, basis: { zh: a, en: a } }\n");

        assertThat(PackCheck.problemsOf(PackReader.read(changed)))
                .anySatisfy(problem -> assertThat(problem).contains("a case on 2015-11-30 is missing"));
    }

    @Test
    void anyChangedByteIsAnotherEdition() {
        assertThat(PackReader.read(mutated("facts.yaml", "Desks", "Desk")).edition())
                .isNotEqualTo(PACK.edition());
        assertThat(PackReader.read(Packs.jiaxing()).edition()).isEqualTo(PACK.edition());
    }

    @Test
    void valuesThatNoAuthoritySetDecideNoRealCase() {
        var findings = PACK.evaluate("space-recognition", DAY, known(), false);

        assertThat(findings.outcome()).isEqualTo(Findings.Outcome.UNDECIDED);
        assertThat(findings.all())
                .allSatisfy(finding -> assertThat(finding.demonstration()).isTrue());
    }

    /** Whatever fails, following any one of the advised ways must be enough, and nothing less than all of it. */
    @Test
    void everyRemedyIsEnoughAndNoStepOfItIsIdle() {
        var random = new Random(20151201);
        for (int trial = 0; trial < 2_000; trial++) {
            var facts = randomFacts(random);
            for (var finding :
                    PACK.evaluate("space-recognition", DAY, facts, true).all()) {
                if (finding instanceof Finding.Unmet unmet) {
                    assertThat(unmet.remedies()).isNotEmpty();
                    unmet.remedies().forEach(remedy -> followed(facts, unmet, remedy));
                }
            }
        }
    }

    private static void followed(Map<String, FactValue> facts, Finding.Unmet unmet, List<Change> remedy) {
        assertThat(isMet(facts, unmet, remedy)).isTrue();
        for (var left : remedy) {
            var less = new ArrayList<>(remedy);
            less.remove(left);
            assertThat(isMet(facts, unmet, less)).isFalse();
        }
    }

    private static boolean isMet(Map<String, FactValue> facts, Finding.Unmet unmet, List<Change> changes) {
        var changed = new HashMap<>(facts);
        changes.forEach(change -> changed.put(change.fact(), change.to()));
        return PACK.evaluate("space-recognition", DAY, changed, true).all().stream()
                .anyMatch(finding -> finding instanceof Finding.Met met
                        && met.criterion().id().equals(unmet.criterion().id()));
    }

    private static Map<String, FactValue> randomFacts(Random random) {
        var facts = new HashMap<String, FactValue>();
        PACK.facts()
                .values()
                .forEach(fact -> facts.put(
                        fact.id(),
                        switch (fact.kind()) {
                            case NUMBER -> new FactValue.Quantity(BigDecimal.valueOf(random.nextInt(80)));
                            case YES_NO -> new FactValue.YesNo(random.nextBoolean());
                        }));
        return facts;
    }

    private static Map<String, FactValue> known() {
        return PACK.cases().getFirst().given();
    }

    private static Map<String, String> mutated(String file, String text, String instead) {
        var files = new HashMap<>(Packs.jiaxing());
        assertThat(files.get(file)).contains(text);
        files.compute(file, (_, was) -> was == null ? "" : was.replace(text, instead));
        return files;
    }
}
