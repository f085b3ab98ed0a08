package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Count;
import org.zhongchuang.ground.desk.DeskFigure.Row;
import org.zhongchuang.ground.desk.DeskFigures;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** What the records of an operator's makerspaces come to, last year and this year so far. */
@Component
class FiguresAtDesk implements DeskFigures {

    private static final int FEW = 6;
    private static final Set<Unit> COUNTED = EnumSet.of(Unit.PEOPLE, Unit.TENANTS, Unit.FIRMS, Unit.TIMES);

    private final Spaces spaces;
    private final Figures figures;
    private final Policies policies;
    private final Clock clock;

    FiguresAtDesk(Spaces spaces, Figures figures, Policies policies, Clock clock) {
        this.spaces = spaces;
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Stream<DeskFigure> figuresFor(Actor actor) {
        var own = actor.isApplicant() ? spaces.ofOperator(actor.organisation()) : List.<Space>of();
        if (own.isEmpty()) {
            return Stream.empty();
        }
        var year = LocalDate.now(clock).getYear();
        var before = count(own, year - 1);
        var now = count(own, year);
        // Of each kind of records the first figure.
        var kinds = new HashSet<String>();
        var rows = policies.current().statistics().stream()
                .filter(one -> COUNTED.contains(one.unit()))
                .filter(one ->
                        value(before, one.id()).many() + value(now, one.id()).many() > 0)
                .filter(one -> kinds.add(Objects.requireNonNullElse(one.record(), one.id())))
                .limit(FEW)
                .map(one -> new Row(one.label(), List.of(value(before, one.id()), value(now, one.id()))))
                .toList();
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new DeskFigure(
                        "records",
                        Text.of("台账统计", "What my records come to"),
                        "/spaces/" + own.getFirst().id() + "/figures",
                        Text.of("统计项", "Figure"),
                        List.of(
                                Text.of((year - 1) + "年", String.valueOf(year - 1)),
                                Text.of(year + "年至今", year + " so far")),
                        rows));
    }

    private static Count value(Map<String, BigDecimal> counted, String id) {
        return new Count(counted.getOrDefault(id, BigDecimal.ZERO).longValue());
    }

    private Map<String, BigDecimal> count(List<Space> own, int year) {
        var all = new HashMap<String, BigDecimal>();
        for (var space : own) {
            figures.of(space.id(), Figures.Period.ofYear(year))
                    .forEach((id, figure) -> all.merge(id, figure, BigDecimal::add));
        }
        return all;
    }
}
