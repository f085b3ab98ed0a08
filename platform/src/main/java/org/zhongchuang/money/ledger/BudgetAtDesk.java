package org.zhongchuang.money.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Row;
import org.zhongchuang.ground.desk.DeskFigure.Sum;
import org.zhongchuang.ground.desk.DeskFigures;
import org.zhongchuang.law.policy.Policies;

/**
 * How the budgets of this year are used, for whoever sees the books: of the treasury whose books they keep, else of
 * all.
 */
@Component
class BudgetAtDesk implements DeskFigures {

    private static final int FEW = 6;

    private final Treasuries treasuries;
    private final Execution execution;
    private final Policies policies;
    private final Clock clock;

    BudgetAtDesk(Treasuries treasuries, Execution execution, Policies policies, Clock clock) {
        this.treasuries = treasuries;
        this.execution = execution;
        this.policies = policies;
        this.clock = clock;
    }

    /** A programme of which several treasuries pay a part. */
    private record Line(String programme, Fen budget, Fen promised, Fen paid) {

        static Line of(String programme, List<Execution.Line> lines) {
            return new Line(
                    programme,
                    lines.stream().map(Execution.Line::budget).reduce(Fen.ZERO, Fen::plus),
                    lines.stream().map(Execution.Line::promised).reduce(Fen.ZERO, Fen::plus),
                    lines.stream().map(Execution.Line::paid).reduce(Fen.ZERO, Fen::plus));
        }
    }

    @Override
    public Stream<DeskFigure> figuresFor(Actor actor) {
        if (treasuries.seenBy(actor).isEmpty()) {
            return Stream.empty();
        }
        var year = LocalDate.now(clock).getYear();
        var pack = policies.current();
        var payer = treasuries.keepsBooks(actor, actor.area()) ? actor.area() : treasuries.chosen(actor, "");
        var rows = execution.of(year, payer, "").stream()
                .collect(Collectors.groupingBy(Execution.Line::programme))
                .entrySet()
                .stream()
                .map(one -> Line.of(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Line::budget).reversed().thenComparing(Line::programme))
                .limit(FEW)
                .map(one -> new Row(
                        pack.title(one.programme()),
                        List.of(new Sum(one.budget()), new Sum(one.promised()), new Sum(one.paid()))))
                .toList();
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new DeskFigure(
                        "budget",
                        rows.size() < FEW
                                ? Text.of(year + "年预算执行", "Budgets of " + year)
                                : Text.of(
                                        year + "年预算执行（最大的" + FEW + "项）", "The " + FEW + " largest budgets of " + year),
                        "/finance/budget?payer=" + payer,
                        Text.of("事项", "Programme"),
                        List.of(Text.of("预算", "Budget"), Text.of("已承诺", "Promised"), Text.of("已支付", "Paid")),
                        rows));
    }
}
