package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final int FEW = 8;
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
        // Of each kind of records the first figure.
        var kinds = new HashSet<String>();
        var wanted = policies.current().statistics().stream()
                .filter(one -> COUNTED.contains(one.unit()) && one.record() != null && kinds.add(one.record()))
                .limit(FEW)
                .toList();
        var before = figures.of(actor.organisation(), Figures.Period.ofYear(year - 1), wanted::contains);
        var now = figures.of(actor.organisation(), Figures.Period.ofYear(year), wanted::contains);
        var rows = wanted.stream()
                .filter(one ->
                        value(before, one.id()).many() + value(now, one.id()).many() > 0)
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
}
