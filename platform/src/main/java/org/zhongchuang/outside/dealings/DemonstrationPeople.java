package org.zhongchuang.outside.dealings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.city.Examples;
import org.zhongchuang.outside.city.Names;
import org.zhongchuang.outside.city.Times;
import org.zhongchuang.procedure.amendment.Residents;

/**
 * An invented population for trying rules on: 4,000 firms, graduates and researchers, the same in every demonstration.
 * Makerspaces come from the register instead.
 */
@Component
@ConditionalOnBooleanProperty("zhongchuang.demonstration.enabled")
class DemonstrationPeople implements Residents {

    private static final int PEOPLE = 4_000;

    /** From there on a number is one of large numbers, such as what a firm owns. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000_000);

    private static final List<Text> KINDS = List.of(
            Text.of("工业", "Industry"),
            Text.of("软件信息", "Software and information"),
            Text.of("文化创意", "Culture and creation"),
            Text.of("商贸服务", "Trade and services"));

    private final Policies policies;
    private final Examples examples;
    private final Times times;

    DemonstrationPeople(Policies policies, Examples examples, Times times) {
        this.policies = policies;
        this.examples = examples;
        this.times = times;
    }

    @Override
    public List<Resident> of(Programme programme, List<Fact> asked) {
        if (programme.beneficiary() == Audience.OPERATOR
                && programme.procedure().isPresent()) {
            return List.of();
        }
        var pack = policies.current();
        var areas = pack.areas().stream().filter(area -> area.parent() != null).toList();
        var usual = examples.given(programme);
        var count = programme.beneficiary() == Audience.OPERATOR ? PEOPLE / 30 : PEOPLE;
        var people = new ArrayList<Resident>();
        for (int number = 0; number < count; number++) {
            var random = new Random(number * 31L + programme.id().hashCode());
            people.add(new Resident(
                    programme.beneficiary() == Audience.FIRM ? Names.firm(number) : Names.person(number),
                    areas.get(random.nextInt(areas.size())).code(),
                    KINDS.get(random.nextInt(KINDS.size())),
                    known(asked, usual, random)));
        }
        return people;
    }

    private Map<String, FactValue> known(List<Fact> facts, Map<String, FactValue> usual, Random random) {
        var known = new HashMap<String, FactValue>();
        for (var fact : facts) {
            if (random.nextInt(40) > 0 && !(fact.optional() && random.nextInt(4) > 0)) {
                known.put(fact.id(), value(fact, usual.get(fact.id()), random));
            }
        }
        return known;
    }

    /** @param usual what a case that is granted says of it */
    private FactValue value(Fact fact, @Nullable FactValue usual, Random random) {
        return switch (fact.kind()) {
            case YES_NO -> new FactValue.YesNo(!new FactValue.YesNo(false).equals(usual) == random.nextInt(8) > 0);
            case DAY -> new FactValue.Day(times.day(1, 6, 1).minusDays(random.nextInt(1_400)));
            case CHOICE ->
                new FactValue.Word(fact.options()
                        .get(random.nextInt(fact.options().size()))
                        .code());
            case TEXT -> new FactValue.Word("演示文件〔2016〕" + (1 + random.nextInt(99)) + "号");
            case NUMBER -> new FactValue.Quantity(number(fact, usual, random));
            case RECORDS -> {
                var rows = new ArrayList<Map<String, FactValue>>();
                for (int month = 1; month <= 1 + random.nextInt(12); month++) {
                    var row = new HashMap<String, FactValue>();
                    fact.fields().forEach(field -> row.put(field.id(), value(field, null, random)));
                    rows.add(row);
                }
                yield new FactValue.Rows(rows);
            }
        };
    }

    /** Small numbers are common, large ones rare, as among firms. */
    private static BigDecimal number(Fact fact, @Nullable FactValue usual, Random random) {
        var known = usual instanceof FactValue.Quantity(var value) ? value : BigDecimal.ZERO;
        if (fact.unit() == Unit.NONE && fact.least() != null && fact.most() != null) {
            // A number that counts nothing, such as a year, lies in the middle of what it may be.
            return fact.least().add(fact.most()).divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP);
        }
        var typical = fact.unit() == Unit.YUAN
                ? 100_000L
                : fact.unit() == Unit.PERCENT || fact.unit() == Unit.POINTS
                        ? 100L
                        : fact.unit() == Unit.PEOPLE ? 20L : 4L;
        var drawn = fact.unit() == Unit.YUAN
                ? typical * (1 + random.nextInt(10)) * (1 + random.nextInt(30)) / 40 + random.nextInt(100)
                : 1 + (long) random.nextInt((int) typical) * (1 + random.nextInt(3)) / 2;
        var number = BigDecimal.valueOf(known.compareTo(LARGE) >= 0 ? drawn * 12 : drawn);
        if (fact.least() != null) {
            number = number.max(fact.least());
        }
        return fact.most() == null ? number : number.min(fact.most());
    }
}
