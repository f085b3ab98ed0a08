package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Jiaxing pack, and what the reader and the check say of a pack that is broken on purpose. */
class PackTests {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);
    private static final PolicyPack PACK = PackReader.read(Packs.jiaxing());

    @Test
    void theJiaxingPackIsSound() {
        assertThat(PackCheck.problemsOf(PACK)).extracting(Flaw::said).isEmpty();
    }

    @Test
    void theJiaxingPackHoldsTheWholeDocument() {
        assertThat(PACK.parts()).hasSize(7);
        assertThat(PACK.clauses()).hasSize(21);
        assertThat(PACK.items()).hasSize(77);
    }

    @Test
    void aCityUsesItsOwnNamesAndTheUsualOnesWhereItHasNone() {
        var own = """
                names:
                  audiences: { firm: { zh: 公司, en: Companies } }
                  payers: { city: { zh: 州财政, en: the region } }
                """;
        var pack = PackReader.read(mutated("pack.yaml", "names:\n", own));

        assertThat(pack.name(Audience.FIRM).zh()).isEqualTo("公司");
        assertThat(pack.name(Audience.MENTOR)).isEqualTo(PACK.name(Audience.MENTOR));
        assertThat(pack.name(Programme.Payer.CITY).en()).isEqualTo("the region");
        assertThat(pack.name(Programme.Payer.TAX)).isEqualTo(PACK.name(Programme.Payer.TAX));
    }

    @Test
    void certificatesBeginAsTheCitySaysOrWithTheLettersOfItsCode() {
        assertThat(PACK.certificatePrefix()).isEqualTo("JX");
        var silent = PackReader.read(mutated("pack.yaml", "  certificate: JX\n", ""));
        assertThat(silent.certificatePrefix()).isEqualTo("JI");
    }

    @Test
    void whatMakerspacesAreBuiltOnIsTheCitysOwnOrTheUsual() {
        assertThat(PACK.names().carriers()).hasSize(12).containsKey("cas_centre");
        var own = PackReader.read(mutated(
                "pack.yaml", "  carriers:\n", "  carriers:\n    old_factory: { zh: 老旧厂房, en: Former factory }\n"));
        assertThat(own.names().carriers().keySet()).startsWith("old_factory", "high_tech_park");
        assertThat(Names.USUAL.carriers()).containsKey("other").doesNotContainKey("cas_centre");
    }

    @Test
    void theKindsOfMakerspacesAreTheCitysOwnInItsOrderOrTheUsual() {
        assertThat(PACK.names().kinds().values())
                .extracting(Text::zh)
                .containsExactly("示范推进型", "投资促进型", "专业服务型", "创客孵化类");
        var own = PackReader.read(
                mutated("pack.yaml", "  kinds:\n", "  kinds:\n    workshop: { zh: 工坊型, en: Workshop }\n"));
        assertThat(own.names().kinds().keySet())
                .containsExactly("workshop", "demonstration", "investment", "specialised", "maker");
        assertThat(Names.USUAL.kinds().keySet())
                .as("what packs without kinds of their own write in indicators")
                .containsExactly("demonstration", "investment", "specialised", "maker");
        assertThat(Names.USUAL.kinds().get("maker")).isEqualTo(Text.of("创客型", "Maker"));
    }

    @ParameterizedTest
    @CsvSource({"cas_centre, CAS-Centre", "maker, Maker", "maker, 2nd_maker", "office_building, office-1"})
    void carriersAndKindsAreWordsOfSmallLetters(String word, String instead) {
        var pack = PackReader.read(mutated("pack.yaml", word + ":", instead + ":"));

        assertThat(PackCheck.problemsOf(pack)).singleElement().asString().contains(instead);
    }

    @Test
    void aTimeLimitMayChangeOnADayWithoutACaseThatShowsIt() {
        var longer = """
                values:
                  - from: 2017-01-01
                    is: 7
                    standing: demonstration
                    basis: { zh: "测试", en: "test" }
                """;
        var file = "parameters/notice-days.yaml";
        var first = Objects.requireNonNull(Packs.jiaxing().get(file));
        assertThat(first).contains("values:");
        var files = new HashMap<>(Packs.jiaxing());
        files.put(file, first.stripTrailing() + "\n" + longer.replace("values:\n", ""));

        var pack = PackReader.read(files);

        assertThat(PackCheck.problemsOf(pack)).isEmpty();
        assertThat(Objects.requireNonNull(pack.parameters().get("notice_days")).values())
                .hasSize(2);
    }

    static Stream<Arguments> mutations() {
        return Stream.of(
                Arguments.of("facts.yaml", "kind: number", "kind: numbr", "numbr"),
                Arguments.of("pack.yaml", "pack: jiaxing-2015-90", "pak: jiaxing-2015-90", "pak"),
                Arguments.of(
                        "parameters/start-up-floor.yaml",
                        "zh: \"嘉政办发〔2015〕90号\"",
                        "zh: \"\"",
                        "basis needs words in both zh and en"),
                Arguments.of("parameters/start-up-floor.yaml", "is: 500000", "is: 500000.001", "more than 2 decimals"),
                Arguments.of("parameters/minimum-area.yaml", "is: 500", "is: -3", "a number of 0 or more"),
                Arguments.of("programmes/start-up-fund.yaml", "amount: fund", "amount: funds", "none of its terms"),
                Arguments.of(
                        "programmes/start-up-fund.yaml", ", is: proposed_amount }", " }", "needs either is or table"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "usable_share >= minimum_usable_share",
                        "usable_share >= ",
                        "missing here"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "rule: tenants >=",
                        "rule: tenants >= >=",
                        "missing here"));
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

    static Stream<Arguments> misread() {
        var file = "parameters/minimum-area.yaml";
        return Stream.of(
                Arguments.of(file, "is: 500", "is: many", "write a number"),
                Arguments.of(file, "is: 500", "isnt: 500", "\"isnt\" is not known here; known are"),
                Arguments.of(file, "is: 500", "is: 500\n    is: 600", "\"is\" is given twice"),
                Arguments.of(file, "from: 2015-12-01", "from: 2015-13-01", "write a day such as"));
    }

    @ParameterizedTest
    @MethodSource("misread")
    void whatCannotBeReadIsToldInPlainWordsWithItsPlace(String file, String text, String instead, String told) {
        var broken = mutated(file, text, instead);

        assertThatThrownBy(() -> PackReader.read(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessageMatching("(?s)" + file + ":\\d+:\\d+  .* / .*")
                .hasMessageContaining(told)
                .message()
                .doesNotContain("org.zhongchuang", "java.", "deserialize", "ignorable");
    }

    @Test
    void oneRunTellsOfAllFilesThatCannotBeRead() {
        var broken = new java.util.TreeMap<>(mutated("parameters/minimum-area.yaml", "is: 500", "is: many"));
        broken.put("facts.yaml", "- id: [");
        broken.put("targets.yaml", "- { unknown: 1 }");

        assertThatThrownBy(() -> PackReader.read(broken))
                .hasMessageContainingAll("parameters/minimum-area.yaml:", "facts.yaml:", "targets.yaml:");
    }

    /** Formulas that cannot be typed: the pack is not read, and the message names file, line and column. */
    static Stream<Arguments> untyped() {
        return Stream.of(
                Arguments.of("area_sqm >= minimum_area", "area_sqm >= minimum_desks", "do not compare"),
                Arguments.of("rule: tenants >= minimum_tenants", "rule: tenants", "a condition is needed"),
                Arguments.of("mentors >= minimum_mentors", "mentor >= minimum_mentors", "did you mean mentors?"));
    }

    @ParameterizedTest
    @MethodSource("untyped")
    void aFormulaThatFitsNothingNamesItsPlace(String text, String instead, String told) {
        var broken = mutated("programmes/space-recognition.yaml", text, instead);

        assertThatThrownBy(() -> PackReader.read(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessageMatching("(?s)programmes/space-recognition.yaml:\\d+:\\d+  .* / .*")
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
                        "parameters/minimum-area.yaml",
                        "clause: 五(二)-1",
                        "clause: 五（二）-1",
                        "it has 五(二)-1, with brackets of the other width"),
                Arguments.of("parameters/minimum-area.yaml", "is: 500", "is: 5000", "but the rules say"),
                Arguments.of(
                        "cases/space-recognition.yaml",
                        "refused: [ lease ]",
                        "refused: [ usable ]",
                        "no case shows it failing alone"),
                Arguments.of(
                        "programmes/space-recognition.yaml",
                        "days: visit_days",
                        "days: acceptance_days",
                        "used by no rule"),
                Arguments.of("clauses/5-support.yaml", "id: 五(二)-2", "id: 五(二)-1", "defined twice"),
                Arguments.of("clauses/5-support.yaml", ", by: start_up_floor", "", "no rule works by it"),
                Arguments.of("clauses/5-support.yaml", "by: start_up_floor", "by: job_cap", "no rule works by it"),
                Arguments.of(
                        "programmes/start-up-fund.yaml", "clauses: [ 五(一)-2 ]", "clauses: [ ]", "rests on no clause"),
                Arguments.of(
                        "programmes/start-up-fund.yaml",
                        "proposed_amount >= start_up_floor\n",
                        "proposed_amount > start_up_floor\n",
                        "Exactly 500,000 is enough"),
                Arguments.of(
                        "programmes/running-costs.yaml",
                        "min(rent_support + other_support, running_cap)",
                        "rent_support + other_support + 0 * running_cap",
                        "breaks its promise \"Never above the cap\""),
                Arguments.of(
                        "programmes/innovation-voucher.yaml",
                        "max(min(service_price, voucher_full), round(service_price * voucher_rate, 2, down))",
                        "if service_price <= voucher_full then service_price else round(service_price * voucher_rate, 2, down)",
                        "breaks its promise \"A higher price never brings less\""),
                Arguments.of(
                        "programmes/small-profit-tax.yaml",
                        "most: 75000.01",
                        "most: 70000",
                        "breaks its promise \"One fen"),
                Arguments.of(
                        "programmes/event-support.yaml",
                        "mean_score in [event_least_score..event_full_score)",
                        "mean_score in [event_least_score..event_full_score]",
                        "overlap"),
                Arguments.of(
                        "programmes/event-support.yaml",
                        "mean_score in [event_least_score..event_full_score)",
                        "mean_score in (event_least_score..event_full_score)",
                        "has a gap"),
                Arguments.of(
                        "programmes/assessment-grade.yaml",
                        "when: assessment_score >= good_score",
                        "when: assessment_score >= excellent_score and rank_share <= excellent_share and assessment_score >= good_score",
                        "row 2 is never reached"),
                Arguments.of(
                        "assessment.yaml",
                        "panel: assessment_panel",
                        "panel: no_such",
                        "no_such, which is no parameter"),
                Arguments.of(
                        "treasury.yaml", "banYears: ban_years", "banYears: no_such", "no_such, which is no parameter"),
                Arguments.of(
                        "programmes/event-support.yaml",
                        "costs: { event: eligible_spend }",
                        "costs: { event: no_such }",
                        "no_such, which is no fact"),
                Arguments.of(
                        "statistics.yaml",
                        "parts: [ desks_let, desks ]",
                        "parts: [ desks_let, later ]",
                        "later, which no statistic before it is"),
                Arguments.of("statistics.yaml", "unit: square_metres", "unit: people", "but the fact counts"),
                Arguments.of(
                        "indicators/annual-assessment.yaml",
                        "statistic: tenants_year",
                        "statistic: nothing",
                        "nothing, which is no statistic"),
                Arguments.of("indicators/annual-assessment.yaml", "points: 10", "points: 11", "not 100"),
                Arguments.of(
                        "programmes/loan-interest.yaml",
                        "step: acceptance,",
                        "step: acceptence,",
                        "the step acceptence is no word of the procedure and has no name"),
                Arguments.of(
                        "programmes/loan-interest.yaml",
                        "step: credit,",
                        "step: training,",
                        "has the step training 2 times"),
                Arguments.of(
                        "programmes/loan-interest.yaml",
                        "step: loan, kind: review",
                        "step: loan, kind: decision",
                        "has more than one step of the kind decision"),
                Arguments.of("pack.yaml", "names:", "names:\n  payers: { citty: { zh: 市, en: City } }", "payer citty"),
                Arguments.of(
                        "pack.yaml", "names:", "names:\n  audiences: { frm: { zh: 公司, en: Firms } }", "audience frm"),
                Arguments.of("obligations.yaml", "days: report_days", "days: reprt_days", "which is no parameter"),
                Arguments.of("targets.yaml", "二(一)-1", "二(九)-1", "which the document does not have"),
                Arguments.of(
                        "programmes/result-income-share.yaml",
                        "results: [ share",
                        "results: [ shares",
                        "none of its terms"),
                Arguments.of(
                        "cases/job-creation-subsidy.yaml",
                        "amount: 9000.00",
                        "amount: 9000.01",
                        "expects 9000.01 yuan"),
                Arguments.of(
                        "cases/result-income-share.yaml", "share: \"70\"", "share: \"71\"", "expects share to be 71"),
                Arguments.of(
                        "cases/small-profit-tax.yaml",
                        "sector: industry",
                        "sector: industri",
                        "one of industry, other"));
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void theCheckFindsWhatIsUnsound(String file, String text, String instead, String told) {
        var pack = PackReader.read(mutated(file, text, instead));

        assertThat(PackCheck.problemsOf(pack))
                .anySatisfy(problem -> assertThat(problem.said()).contains(told));
    }

    @Test
    void aChangedValueNeedsACaseOnTheDayBeforeAndOnTheDay() {
        var changed = mutated(
                "parameters/minimum-area.yaml",
                "values:\n",
                "values:\n  - { from: 2015-01-01, is: 400, standing: demonstration, basis: { zh: a, en: a } }\n");

        assertThat(PackCheck.problemsOf(PackReader.read(changed)))
                .anySatisfy(problem -> assertThat(problem.said()).contains("a case on 2015-11-30 is missing"));
    }

    /** Whatever is done to the files, a pack is read whole or a problem with its file is told; nothing else happens. */
    @Test
    void aDamagedPackIsToldOfAndNothingElse() {
        var random = new Random(21);
        var names = List.copyOf(Packs.jiaxing().keySet());
        var pieces = List.of(
                ":",
                "- ",
                "\"",
                "{",
                "[",
                "}",
                "&a",
                "*a",
                "|",
                "\t",
                "\u0000",
                "😀",
                "null",
                "9".repeat(40),
                "\n",
                "!!x",
                "一");
        for (int trial = 0; trial < 400; trial++) {
            var files = new HashMap<>(Packs.jiaxing());
            var name = names.get(random.nextInt(names.size()));
            var text = new StringBuilder(files.getOrDefault(name, ""));
            for (int damage = 1 + random.nextInt(3); damage > 0; damage--) {
                var at = random.nextInt(text.length() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                    default -> text.setLength(Math.max(1, at));
                }
            }
            files.put(name, text.toString());
            try {
                PackReader.read(files);
            } catch (PackProblem told) {
                assertThat(told.problems())
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.said()).contains(" / "));
            }
        }
    }

    /** Two axes of time: what holds on a day, and what was known of it on another. */
    @Test
    void whatWasNotYetKnownIsNotThere() {
        var late = new Parameter.Value(
                LocalDate.of(2016, 1, 1),
                BigDecimal.valueOf(700),
                Text.of("甲", "a"),
                Parameter.Standing.SET,
                LocalDate.of(2016, 9, 1));
        var area = java.util.Objects.requireNonNull(PACK.parameters().get("minimum_area"))
                .with(late);

        assertThat(area.on(DAY).orElseThrow().is()).isEqualByComparingTo("700");
        assertThat(area.asKnownOn(LocalDate.of(2016, 8, 31))
                        .on(DAY)
                        .orElseThrow()
                        .is())
                .isEqualByComparingTo("500");
        assertThat(area.asKnownOn(LocalDate.of(2016, 9, 1))
                        .on(DAY)
                        .orElseThrow()
                        .is())
                .isEqualByComparingTo("700");
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

    @Test
    void whatIsRequiredIsSaidAsAFloorOrALimit() {
        assertThat(required("job-creation-subsidy", Map.of("insured_employees", "2", "year_of_business", "4")))
                .containsExactly("不少于 3 人", "不超过 3 年");
    }

    @Test
    void nobodyIsAdvisedToMoveTheDayOfAContract() {
        var contributions = List.of(Map.of(
                "paid_on",
                (FactValue) new FactValue.Day(LocalDate.of(2016, 1, 20)),
                "paid",
                new FactValue.Quantity(new BigDecimal("500"))));
        Map<String, FactValue> facts = Map.of(
                "hired_on", new FactValue.Day(LocalDate.of(2016, 3, 1)),
                "resident_from", new FactValue.Day(LocalDate.of(2015, 6, 1)),
                "resident_until", new FactValue.Day(LocalDate.of(2099, 12, 31)),
                "contributions", new FactValue.Rows(contributions));
        var unmet = PACK.evaluate("graduate-insurance-subsidy", DAY, facts, true).all().stream()
                .filter(Finding.Unmet.class::isInstance)
                .map(Finding.Unmet.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(unmet.remedies()).isNotEmpty();
        assertThat(unmet.required()).isEmpty();
        assertThat(unmet.days().getFirst().now()).contains(new FactValue.Day(LocalDate.of(2016, 3, 1)));
    }

    private static List<String> required(String programme, Map<String, String> facts) {
        var values = new HashMap<String, FactValue>();
        facts.forEach((id, value) ->
                values.put(id, Encoding.read(Objects.requireNonNull(PACK.facts().get(id)), value)));
        return PACK.evaluate(programme, DAY, values, true).all().stream()
                .filter(Finding.Unmet.class::isInstance)
                .map(finding -> ((Finding.Unmet) finding).required())
                .map(ways -> Shown.required(ways.getFirst().getFirst()).zh())
                .toList();
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
        PACK.factsOf("space-recognition")
                .forEach(fact -> facts.put(
                        fact.id(),
                        switch (fact.kind()) {
                            case NUMBER -> new FactValue.Quantity(BigDecimal.valueOf(random.nextInt(most(fact))));
                            case YES_NO -> new FactValue.YesNo(random.nextBoolean());
                            case DAY, CHOICE, TEXT, RECORDS -> throw new AssertionError(fact);
                        }));
        return facts;
    }

    private static int most(Fact fact) {
        return fact.most() == null ? 80 : Math.min(80, fact.most().intValueExact() + 1);
    }

    private static Map<String, FactValue> known() {
        return PACK.cases().stream()
                .filter(approved -> approved.programme().equals("space-recognition"))
                .findFirst()
                .orElseThrow()
                .given();
    }

    private static Map<String, String> mutated(String file, String text, String instead) {
        var files = new HashMap<>(Packs.jiaxing());
        assertThat(files.get(file)).contains(text);
        files.compute(file, (_, was) -> was == null ? "" : was.replace(text, instead));
        return files;
    }

    @Test
    void aResultOfACaseIsComparedAsANumber() {
        var files = new TreeMap<>(Packs.yunting());
        files.computeIfPresent("cases/equipment.yaml", (_, whole) -> whole.replace("\"24000.11\"", "\"24000.1100\""));

        assertThat(PackCheck.problemsOf(PackReader.read(files)))
                .extracting(Flaw::said)
                .noneMatch(said -> said.contains("asked"));
        files.computeIfPresent("cases/equipment.yaml", (_, whole) -> whole.replace("24000.1100", "24000.12"));
        assertThat(PackCheck.problemsOf(PackReader.read(files)))
                .extracting(Flaw::said)
                .anyMatch(said -> said.contains("asked") && said.contains("24000.12"));
    }
}
