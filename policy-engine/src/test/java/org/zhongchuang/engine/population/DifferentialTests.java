package org.zhongchuang.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Packs;
import org.zhongchuang.engine.PolicyPack;

/** The explaining evaluator and the compiled one give the same answer, whatever the pack and the people. */
class DifferentialTests {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);
    private static final List<String> TEXTS = List.of("", "甲", "乙", "乙三", "C3921", "C4", "two");
    private static final PolicyPack JIAXING = PackReader.read(Packs.jiaxing());

    static List<String> programmes() {
        return List.copyOf(JIAXING.programmes().keySet());
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyProgrammeOfTheCityIsJudgedAlikeByBoth(String programme) {
        demandSame(JIAXING, programme, new Random(programme.hashCode()), 3_000);
    }

    /** Random packs of every construct of the language: thousands of formulas, each over random people. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void randomPacksAreJudgedAlikeByBoth(int seed) {
        var random = new Random(seed);
        for (int trial = 0; trial < 120; trial++) {
            var pack = PackReader.read(new RandomPack(random).files());
            demandSame(pack, "random", random, 60);
        }
    }

    @Test
    void aProgrammeTooLargeForOneMethodIsSplitAndJudgedAlike() {
        var random = new Random(128);
        for (int trial = 0; trial < 6; trial++) {
            var pack = PackReader.read(new RandomPack(random, 128).files());
            assertThat(pack.rules("random").size()).isGreaterThan(500);
            demandSame(pack, "random", random, 200);
        }
    }

    /** What stands for a value where there are no records may itself be counted from other records. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "largest(bills[paid > 100000].paid, sum(visits.paid))",
                "smallest(visits[at > until].paid, best(bills.paid, count(visits[seen])))",
                "best(bills.paid, distinct(visits.place)) + largest(visits.paid, largest(bills.paid, 7))"
            })
    void recordsWithinWhatStandsForOthersAreJudgedAlikeByBoth(String amount) {
        demandSame(PackReader.read(RandomPack.of(amount)), "random", new Random(7), 300);
    }

    /** What a tally takes from the records around it, and what stands for it there, is of those. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(bills.(sum(visits[at < bills.at].paid)))",
                "best(bills.(largest(visits[paid > bills.paid].paid, paid)), 2)",
                "sum(bills[count(bills[paid = bills.paid]) = 1].paid) + sum(visits.paid)",
                "largest(visits.(smallest(bills[at >= visits.at].paid, if seen then paid else 1)), sum(bills.paid))"
            })
    void talliesWithinTalliesAreJudgedAlikeByBoth(String amount) {
        demandSame(PackReader.read(RandomPack.of(amount)), "random", new Random(8), 300);
    }

    @Test
    void moreThanAMillionPairsOfRecordsAreTooMany() {
        var pack = PackReader.read(RandomPack.of("sum(bills.(sum(visits[paid = bills.paid].paid)))"));
        var rules = pack.rules("random");
        var few = pairs(1_000, 1_000);
        var many = pairs(1_000, 1_001);

        var verdicts = CompiledProgramme.of(rules)
                .judge(Population.of(rules, List.of(few, many)), Settings.of(rules, DAY, false), 1);

        assertThat(verdicts.outcome()).containsExactly(Verdicts.GRANTED, Verdicts.TOO_LARGE);
        assertThat(explained(pack, "random", few, false)).isEqualTo(said(Verdicts.GRANTED, verdicts.amount()[0]));
        assertThat(explained(pack, "random", many, false)).isEqualTo("TOO_LARGE");
    }

    private static Map<String, FactValue> pairs(int bills, int visits) {
        Map<String, FactValue> row = Map.of(
                "paid", new FactValue.Quantity(BigDecimal.ONE),
                "at", new FactValue.Day(DAY),
                "seen", new FactValue.YesNo(true),
                "place", new FactValue.Word("甲"));
        return Map.of(
                "bills", new FactValue.Rows(Collections.nCopies(bills, row)),
                "visits", new FactValue.Rows(Collections.nCopies(visits, row)));
    }

    /** A city begins with nobody in it. */
    @ParameterizedTest
    @MethodSource("programmes")
    void everyProgrammeIsJudgedForNobody(String programme) {
        var rules = JIAXING.rules(programme);

        var verdicts =
                CompiledProgramme.of(rules).judge(Population.of(rules, List.of()), Settings.of(rules, DAY, true), 2);

        assertThat(verdicts.outcome()).isEmpty();
    }

    private static void demandSame(PolicyPack pack, String programme, Random random, int people) {
        var rules = pack.rules(programme);
        for (var demonstration : new boolean[] {true, false}) {
            var known = new ArrayList<Map<String, FactValue>>();
            // Where one field of one record is not known, nobody's records are judged by compiled code.
            var whole = random.nextBoolean();
            for (int i = 0; i < people; i++) {
                known.add(person(rules.facts(), whole, random));
            }
            var verdicts = CompiledProgramme.of(rules)
                    .judge(
                            Population.of(rules, known),
                            Settings.of(rules, DAY, demonstration),
                            random.nextBoolean() ? 1 : 2);
            for (int i = 0; i < people; i++) {
                assertThat(said(verdicts.outcome()[i], verdicts.amount()[i]))
                        .as("%s in %s", known.get(i), pack.programme(programme))
                        .isEqualTo(explained(pack, programme, known.get(i), demonstration));
            }
        }
    }

    private static String explained(
            PolicyPack pack, String programme, Map<String, FactValue> known, boolean demonstration) {
        try {
            var findings = pack.evaluate(programme, DAY, known, demonstration);
            return findings.outcome() + " " + findings.amount().orElse(Fen.ZERO).value();
        } catch (FactProblem _) {
            return "TOO_LARGE";
        }
    }

    private static String said(byte outcome, long amount) {
        return outcome == Verdicts.TOO_LARGE
                ? "TOO_LARGE"
                : List.of("GRANTED", "REFUSED", "UNDECIDED").get(outcome) + " " + amount;
    }

    /** Values on edges and far apart; one in twelve is missing. */
    private static Map<String, FactValue> person(List<Fact> facts, boolean whole, Random random) {
        var person = new HashMap<String, FactValue>();
        for (var fact : facts) {
            if (random.nextInt(12) > 0) {
                person.put(fact.id(), value(fact, whole, random));
            }
        }
        return person;
    }

    private static FactValue value(Fact fact, boolean whole, Random random) {
        return switch (fact.kind()) {
            case YES_NO -> new FactValue.YesNo(random.nextBoolean());
            case NUMBER -> number(fact, random);
            case DAY -> new FactValue.Day(DAY.plusDays(random.nextInt(5) * 365L - 730 + random.nextInt(3) - 1));
            case CHOICE ->
                new FactValue.Word(fact.options()
                        .get(random.nextInt(fact.options().size()))
                        .code());
            case TEXT -> new FactValue.Word(TEXTS.get(random.nextInt(TEXTS.size())));
            case RECORDS -> {
                var rows = new ArrayList<Map<String, FactValue>>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    var row = new LinkedHashMap<String, FactValue>();
                    for (var field : fact.fields()) {
                        if (whole || random.nextInt(40) > 0) {
                            row.put(field.id(), value(field, whole, random));
                        }
                    }
                    rows.add(row);
                }
                yield new FactValue.Rows(rows);
            }
        };
    }

    private static FactValue number(Fact fact, Random random) {
        var spread = new String[] {
            "0",
            "1",
            "2",
            "3",
            "5",
            "12",
            "20",
            "60",
            "85",
            "100",
            "2015",
            "2016",
            "90000",
            "300000",
            "500000",
            "999999999999999"
        };
        var number = new BigDecimal(spread[random.nextInt(spread.length)]);
        if (fact.unit().decimals() > 0 && random.nextBoolean()) {
            number = number.add(new BigDecimal(random.nextBoolean() ? "0.01" : "-0.01"));
        }
        if (fact.least() != null) {
            number = number.max(fact.least());
        }
        if (fact.most() != null) {
            number = number.min(fact.most());
        }
        return new FactValue.Quantity(
                number.min(new BigDecimal(fact.unit().decimals() > 2 ? "999999999999" : "999999999999999")));
    }
}
