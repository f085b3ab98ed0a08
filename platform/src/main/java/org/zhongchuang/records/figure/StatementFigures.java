package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** The figures of a year as they are reported: checked, and with the rows that they were counted from. */
@Component
class StatementFigures {

    private final Figures figures;
    private final Policies policies;
    private final Clock clock;

    StatementFigures(Figures figures, Policies policies, Clock clock) {
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
    }

    Map<String, BigDecimal> of(SubjectId space, int year) {
        return figures.of(space, Figures.Period.ofYear(year));
    }

    /** The logical checks of a year's figures; none where the pack has no programme for them. */
    List<Finding> checks(Map<String, BigDecimal> counted) {
        var facts = new LinkedHashMap<String, FactValue>();
        counted.forEach((id, figure) -> facts.put(id, new FactValue.Quantity(figure)));
        facts.keySet().retainAll(policies.current().facts().keySet());
        return policies.current()
                .use(Programme.Use.STATISTICS)
                .map(checks -> policies.evaluate(checks.id(), LocalDate.now(clock), facts)
                        .all())
                .orElse(List.of());
    }

    /** Each figure that is known, with the numbers of the rows it was counted from. */
    Map<String, Map<String, Object>> frozen(SubjectId space, int year, Map<String, BigDecimal> counted) {
        var frozen = new TreeMap<String, Map<String, Object>>();
        for (var one : policies.current().statistics()) {
            var figure = counted.get(one.id());
            if (figure != null) {
                var rows = figures.numbers(space, one, Figures.Period.ofYear(year));
                frozen.put(one.id(), Map.of("is", figure.toPlainString(), "rows", rows));
            }
        }
        return frozen;
    }
}
