package org.zhongchuang.engine.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Findings.Outcome;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Packs;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** What a reform does to a population is what it does to each person, summed up. */
class SimulationTests {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);
    private static final PolicyPack PACK = PackReader.read(Packs.jiaxing());

    @ParameterizedTest
    @CsvSource({"job-creation-subsidy, job_cap, 9000, 1", "small-profit-tax, counted_share, 80, -1"})
    void theSumsAreThoseOfEachPerson(String programme, String parameter, BigDecimal value, int better) {
        var random = new Random(3);
        var people = new ArrayList<Map<String, FactValue>>();
        var groups = new int[5_000];
        for (int i = 0; i < groups.length; i++) {
            people.add(person(random));
            groups[i] = random.nextInt(4);
        }
        var reform = PACK.with("what-if", Map.of(parameter, changed(parameter, value)));
        var rules = PACK.rules(programme);
        var simulation = new Simulation(
                CompiledProgramme.of(rules),
                Settings.of(rules, DAY, true),
                Settings.of(reform.rules(programme), DAY, true));
        simulation.add(Population.of(rules, people), groups, 2);

        for (int group = 0; group < 4; group++) {
            assertThat(simulation.lines().get(group))
                    .isEqualTo(byHand(reform, programme, better, people, groups, group));
        }
        assertThat(simulation.total().subjects()).isEqualTo(5_000);
        assertThat(simulation.total().winners() + simulation.total().losers()).isPositive();
        assertThat(simulation.total().undecided()).isPositive();
    }

    private static Parameter changed(String parameter, BigDecimal value) {
        return Objects.requireNonNull(PACK.parameters().get(parameter))
                .with(new Parameter.Value(
                        LocalDate.of(2016, 1, 1), value, Text.of("假设", "what if"), Parameter.Standing.SET, null));
    }

    private static Simulation.Line byHand(
            PolicyPack reform,
            String programme,
            int better,
            List<Map<String, FactValue>> people,
            int[] groups,
            int group) {
        var sums = new long[9];
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] == group) {
                var before = PACK.evaluate(programme, DAY, people.get(i), true);
                var after = reform.evaluate(programme, DAY, people.get(i), true);
                var was = before.amount().orElse(Fen.ZERO).value();
                var is = after.amount().orElse(Fen.ZERO).value();
                var granted = after.outcome() == Outcome.GRANTED;
                var wasGranted = before.outcome() == Outcome.GRANTED;
                sums[0]++;
                sums[1] += granted ? 1 : 0;
                sums[2] += was;
                sums[3] += is;
                sums[4] += (is - was) * better > 0 ? 1 : 0;
                sums[5] += (is - was) * better < 0 ? 1 : 0;
                sums[6] += granted && !wasGranted ? 1 : 0;
                sums[7] += wasGranted && !granted ? 1 : 0;
                sums[8] += before.outcome() == Outcome.UNDECIDED || after.outcome() == Outcome.UNDECIDED ? 1 : 0;
            }
        }
        return new Simulation.Line(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], sums[8]);
    }

    private static Map<String, FactValue> person(Random random) {
        var facts = new HashMap<String, FactValue>();
        facts.put("insured_employees", number(random.nextInt(30)));
        facts.put("year_of_business", number(1 + random.nextInt(4)));
        facts.put("tax_year", number(2015 + random.nextInt(3)));
        facts.put("taxable_income", number(random.nextInt(600_000)));
        facts.put("founded", new FactValue.Day(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(500))));
        facts.put("sector", new FactValue.Word(random.nextBoolean() ? "industry" : "other"));
        facts.put("staff_mean", number(random.nextInt(120)));
        facts.put("assets_mean", number(random.nextInt(40_000_000)));
        facts.put("restricted_sector", new FactValue.YesNo(random.nextInt(5) == 0));
        if (random.nextInt(10) == 0) {
            facts.keySet().removeIf(fact -> random.nextInt(9) < 2);
        }
        return facts;
    }

    private static FactValue number(long number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }
}
