package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.engine.Call.Claim;
import org.zhongchuang.engine.Call.Tells;

/** The claims of a call are judged together: their sum, what came before, a place among the others. */
class CallTests {

    private static final PolicyPack PACK = PackReader.read(Packs.yunting());
    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

    private static Claim claim(String id, String asks, String value) {
        return new Claim(id, new BigDecimal(asks), new BigDecimal(value));
    }

    private static List<String> told(Call call, List<Claim> claims, Tells what) {
        return call.settle(claims).stream()
                .map(place -> place.id() + " "
                        + Objects.requireNonNull(place.tells().get(what)).toPlainString())
                .toList();
    }

    @Test
    void whoFiledFirstComesFirstWhereNothingElseIsSaid() {
        var call = new Call("asked", null, Map.of());
        var claims = List.of(claim("a", "30", "1"), claim("b", "20", "9"), claim("c", "50", "5"));

        assertThat(told(call, claims, Tells.BEFORE)).containsExactly("a 0", "b 30", "c 50");
        assertThat(told(call, claims, Tells.PLACE)).containsExactly("a 1", "b 2", "c 3");
        assertThat(told(call, claims, Tells.TOTAL)).containsOnly("a 100", "b 100", "c 100");
        assertThat(told(call, claims, Tells.NUMBER)).containsOnly("a 3", "b 3", "c 3");
    }

    @Test
    void theGreatestComesFirstAndEqualOnesShareThePlaceInTheOrderOfFiling() {
        var call = new Call("asked", "score", Map.of());
        var claims = List.of(
                claim("a", "30", "80"), claim("b", "20", "91.5"), claim("c", "50", "80.0"), claim("d", "5", "7"));

        assertThat(told(call, claims, Tells.PLACE)).containsExactly("b 1", "a 2", "c 2", "d 4");
        assertThat(told(call, claims, Tells.BEFORE)).containsExactly("b 0", "a 20", "c 50", "d 100");
    }

    @Test
    void aCallTellsTheFactsThatThePackNames() {
        var call = new Call("asked", null, Map.of("place", "place_in_call", "total", "asked_in_all"));
        var places = call.settle(List.of(claim("a", "30.50", "1"), claim("b", "20.25", "1")));

        assertThat(call.told(places.getLast()))
                .isEqualTo(Map.of("place_in_call", new BigDecimal("2"), "asked_in_all", new BigDecimal("50.75")));
    }

    /** Claims of every size, their sum below and above what there is. */
    @Test
    void whatIsCutInTheSameProportionNeverPassesWhatThereIsAndFallsShortByAFenEachAtMost() {
        var random = new Random(15);
        var programme = PACK.programme("equipment");
        var call = Objects.requireNonNull(programme.call());
        var budget = new BigDecimal("150000.00");
        for (int round = 0; round < 200; round++) {
            var claims = new ArrayList<Claim>();
            var paid = new TreeMap<String, FactValue>();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                var known = new FactValue.Quantity(BigDecimal.valueOf(random.nextInt(1, 50_000_000), 2));
                var id = "case-" + i;
                paid.put(id, known);
                var asked = PACK.evaluate("equipment", DAY, Map.of("equipment_paid", known), false)
                        .term(Objects.requireNonNull(call.claim()))
                        .orElseThrow();
                claims.add(new Claim(id, ((FactValue.Quantity) asked).value(), null));
            }
            var granted = BigDecimal.ZERO;
            var asked = BigDecimal.ZERO;
            for (var place : call.settle(claims)) {
                var facts = new TreeMap<String, FactValue>();
                facts.put("equipment_paid", Objects.requireNonNull(paid.get(place.id())));
                call.told(place).forEach((fact, value) -> facts.put(fact, new FactValue.Quantity(value)));
                var fen = PACK.evaluate("equipment", DAY, facts, false).amount().orElseThrow();
                granted = granted.add(fen.toYuan());
                asked = Objects.requireNonNull(place.tells().get(Tells.TOTAL));
            }
            var due = asked.min(budget);
            assertThat(granted).isLessThanOrEqualTo(due);
            assertThat(due.subtract(granted)).isLessThan(BigDecimal.valueOf(claims.size(), 2));
        }
    }

    @Test
    void whatACallTellsIsAskedOfNobodyAndOpenUntilThen() {
        var known = Map.<String, FactValue>of("equipment_paid", new FactValue.Quantity(new BigDecimal("100.00")));
        var findings = PACK.evaluate("equipment", DAY, known, false);

        assertThat(findings.outcome()).isEqualTo(Findings.Outcome.UNDECIDED);
        assertThat(PACK.missing(findings.missing()))
                .singleElement()
                .satisfies(missing -> assertThat(missing.isOfApplicant()).isFalse())
                .satisfies(missing -> assertThat(missing.isOfCall()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            programmes/equipment.yaml | { total: asked_in_all } | { sum: asked_in_all } | a call does not tell sum
            programmes/equipment.yaml | { total: asked_in_all } | { total: no_such } | takes no_such from its call, which is no fact
            programmes/equipment.yaml | { total: asked_in_all } | { total: yearly_rent } | it should have kind: number and by: call
            programmes/equipment.yaml | { claim: asked, facts | { facts | to add up what is asked for, write claim
            programmes/equipment.yaml | claim: asked | claim: nothing | the call goes by nothing, which is none of the terms
            programmes/equipment.yaml | claim: asked | claim: support | which itself needs what the call tells: asked_in_all
            programmes/equipment.yaml | call: { claim: asked, facts: { total: asked_in_all } } | # | uses fact asked_in_all (by: call), which its call does not tell
            programmes/equipment.yaml | payer: city | proactive: true | so it cannot be offered without asking
            facts.yaml | by: call | by: register | it should have kind: number and by: call
            """)
    void whatAPackSaysOfACallIsChecked(String file, String text, String instead, String told) {
        var files = new TreeMap<>(Packs.yunting());
        assertThat(Objects.requireNonNull(files.get(file))).contains(text);
        files.computeIfPresent(file, (_, whole) -> whole.replace(text, instead));

        assertThat(Flaw.placed(PackCheck.problemsOf(PackReader.read(files)), files))
                .extracting(Flaw::said)
                .anyMatch(problem -> problem.contains(told) && problem.startsWith("programmes/equipment.yaml:"));
    }
}
