package org.zhongchuang.grants.growth;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.KnownFact;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What a makerspace has and lacks for each level, judged by the pack's programmes on the figures its records come to,
 * now and at the end of each of the last eight quarters.
 */
@Service
public class Gaps {

    private static final int QUARTERS = 8;

    private final Figures figures;
    private final Spaces spaces;
    private final Policies policies;
    private final Clock clock;

    Gaps(Figures figures, Spaces spaces, Policies policies, Clock clock) {
        this.figures = figures;
        this.spaces = spaces;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A criterion with how long it has been as it is.
     *
     * @param since the first of the quarter ends from which on it has been so without a break; empty when it was so at
     *     all that were looked at
     */
    public record Gap(Finding finding, Optional<LocalDate> since) {}

    /**
     * A level.
     *
     * @param rulesFrom the day of the rules it was judged by, later than today where they are not in force yet
     */
    public record Level(
            Programme programme, LocalDate rulesFrom, boolean future, List<Gap> gaps, Findings.Outcome outcome) {

        public long met() {
            return gaps.stream()
                    .filter(gap -> gap.finding() instanceof Finding.Met)
                    .count();
        }
    }

    public List<Level> of(SubjectId space) {
        var today = LocalDate.now(clock);
        var declared = declared(space);
        var days = new ArrayList<LocalDate>(List.of(today));
        var quarter = today.withDayOfMonth(1)
                .minusMonths((today.getMonthValue() - 1) % 3L)
                .minusDays(1);
        for (int i = 0; i < QUARTERS; i++) {
            days.add(quarter);
            quarter = quarter.plusDays(1).minusMonths(3).minusDays(1);
        }
        var known = days.stream().map(day -> facts(space, day, declared)).toList();
        return policies.current().levels().stream()
                .map(programme -> level(programme, days, known))
                .toList();
    }

    private Level level(Programme programme, List<LocalDate> days, List<Map<String, FactValue>> known) {
        var today = days.getFirst();
        var rules = rulesOn(programme, today);
        var findings = known.stream()
                .map(facts -> policies.evaluate(programme.id(), rules, facts))
                .toList();
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < findings.getFirst().all().size(); i++) {
            gaps.add(new Gap(findings.getFirst().all().get(i), since(findings, i, days)));
        }
        return new Level(
                programme,
                rules,
                rules.isAfter(today),
                gaps,
                findings.getFirst().outcome());
    }

    private static Optional<LocalDate> since(List<Findings> findings, int criterion, List<LocalDate> days) {
        Function<Findings, Class<?>> kind = one -> one.all().get(criterion).getClass();
        var now = kind.apply(findings.getFirst());
        var last = 0;
        while (last + 1 < findings.size() && kind.apply(findings.get(last + 1)).equals(now)) {
            last++;
        }
        return last + 1 == findings.size() ? Optional.empty() : Optional.of(days.get(last));
    }

    /** Today, or the first day on which every parameter of the programme has a value. */
    private LocalDate rulesOn(Programme programme, LocalDate today) {
        return policies.current().rules(programme.id()).parameters().stream()
                .map(parameter -> parameter.values().getFirst())
                .map(Parameter.Value::from)
                .filter(from -> from.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** What the operator has declared or officers have verified, for what no record counts. */
    private Map<String, FactValue> declared(SubjectId space) {
        var typed = new HashMap<String, String>();
        spaces.known(space).values().forEach((KnownFact one) -> typed.put(one.fact(), one.value()));
        return Answers.values(policies.current().facts(), typed);
    }

    private Map<String, FactValue> facts(SubjectId space, LocalDate day, Map<String, FactValue> declared) {
        var facts = new HashMap<>(declared);
        var counted = figures.of(space, Figures.Period.yearTo(day));
        if (counted.values().stream().anyMatch(one -> one.compareTo(BigDecimal.ZERO) > 0)) {
            counted.forEach((id, figure) -> {
                if (policies.current().facts().containsKey(id)) {
                    facts.put(id, new FactValue.Quantity(figure));
                }
            });
        }
        return facts;
    }
}
