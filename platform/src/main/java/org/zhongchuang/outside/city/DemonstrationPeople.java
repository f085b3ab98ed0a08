package org.zhongchuang.outside.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Residents;

/**
 * An invented population for trying rules on: 4,000 firms, graduates and researchers, the same in every demonstration.
 * Makerspaces come from the register instead.
 */
@Component
@ConditionalOnBooleanProperty("zhongchuang.demonstration.enabled")
class DemonstrationPeople implements Residents {

    private static final int PEOPLE = 4_000;
    private static final List<Text> KINDS = List.of(
            Text.of("工业", "Industry"),
            Text.of("软件信息", "Software and information"),
            Text.of("文化创意", "Culture and creation"),
            Text.of("商贸服务", "Trade and services"));

    private final Policies policies;

    DemonstrationPeople(Policies policies) {
        this.policies = policies;
    }

    @Override
    public List<Resident> of(Programme programme) {
        if (programme.beneficiary() == Audience.OPERATOR
                && programme.procedure().isPresent()) {
            return List.of();
        }
        var pack = policies.current();
        var areas = pack.areas().stream().filter(area -> area.parent() != null).toList();
        var facts = pack.factsOf(programme.id());
        var count = programme.beneficiary() == Audience.OPERATOR ? PEOPLE / 30 : PEOPLE;
        var people = new ArrayList<Resident>();
        for (int number = 0; number < count; number++) {
            var random = new Random(number * 31L + programme.id().hashCode());
            people.add(new Resident(
                    programme.beneficiary() == Audience.FIRM ? Names.firm(number) : Names.person(number),
                    areas.get(random.nextInt(areas.size())).code(),
                    KINDS.get(random.nextInt(KINDS.size())),
                    known(facts, random)));
        }
        return people;
    }

    private static Map<String, FactValue> known(List<Fact> facts, Random random) {
        var known = new HashMap<String, FactValue>();
        for (var fact : facts) {
            if (random.nextInt(40) > 0 && !(fact.optional() && random.nextInt(4) > 0)) {
                known.put(fact.id(), value(fact, random));
            }
        }
        return known;
    }

    private static FactValue value(Fact fact, Random random) {
        return switch (fact.kind()) {
            case YES_NO -> new FactValue.YesNo(isUsual(fact) == random.nextInt(8) > 0);
            case DAY -> new FactValue.Day(LocalDate.of(2016, 6, 1).minusDays(random.nextInt(1_400)));
            case CHOICE ->
                new FactValue.Word(fact.options()
                        .get(random.nextInt(fact.options().size()))
                        .code());
            case TEXT -> new FactValue.Word("演示文件〔2016〕" + (1 + random.nextInt(99)) + "号");
            case NUMBER -> new FactValue.Quantity(number(fact, random));
            case RECORDS -> {
                var rows = new ArrayList<Map<String, FactValue>>();
                for (int month = 1; month <= 1 + random.nextInt(12); month++) {
                    var row = new HashMap<String, FactValue>();
                    fact.fields().forEach(field -> row.put(field.id(), value(field, random)));
                    rows.add(row);
                }
                yield new FactValue.Rows(rows);
            }
        };
    }

    /** What is true of most: the good things, and none of the bad ones. */
    private static boolean isUsual(Fact fact) {
        return !List.of("restricted_sector", "already_matched", "science_plan_funded", "harms_employer")
                .contains(fact.id());
    }

    /** Small numbers are common, large ones rare, as among firms. */
    private static BigDecimal number(Fact fact, Random random) {
        if (fact.id().equals("tax_year")) {
            return BigDecimal.valueOf(2016);
        }
        var typical = fact.unit() == Unit.YUAN
                ? 100_000L
                : fact.unit() == Unit.PERCENT || fact.unit() == Unit.POINTS
                        ? 100L
                        : fact.unit() == Unit.PEOPLE ? 20L : 4L;
        var drawn = fact.unit() == Unit.YUAN
                ? typical * (1 + random.nextInt(10)) * (1 + random.nextInt(30)) / 40 + random.nextInt(100)
                : 1 + (long) random.nextInt((int) typical) * (1 + random.nextInt(3)) / 2;
        var number = BigDecimal.valueOf(fact.id().equals("assets_mean") ? drawn * 12 : drawn);
        if (fact.least() != null) {
            number = number.max(fact.least());
        }
        return fact.most() == null ? number : number.min(fact.most());
    }
}
