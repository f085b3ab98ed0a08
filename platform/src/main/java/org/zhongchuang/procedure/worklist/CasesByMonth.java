package org.zhongchuang.procedure.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Count;
import org.zhongchuang.ground.desk.DeskFigure.Row;
import org.zhongchuang.ground.desk.DeskFigures;

/** How many cases came in of late and how many of them are done, for those who handle or watch them. */
@Component
class CasesByMonth implements DeskFigures {

    private static final int MONTHS = 12;

    private final Worklist worklist;
    private final CaseLists lists;
    private final JdbcClient jdbc;
    private final Clock clock;

    CasesByMonth(Worklist worklist, CaseLists lists, JdbcClient jdbc, Clock clock) {
        this.worklist = worklist;
        this.lists = lists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskFigure> figuresFor(Actor actor) {
        if (!worklist.sees(actor) || worklist.writes(actor)) {
            return Stream.empty();
        }
        var first = YearMonth.now(clock).minusMonths(MONTHS - 1L);
        var all = lists.conditions(actor, Query.everything(""));
        all.add("c.filed_on >= :first", "first", first.atDay(1));
        var rows = new HashMap<YearMonth, List<DeskFigure.Value>>();
        all.bind(jdbc.sql("select date_trunc('month', c.filed_on)::date as month, count(*) filed, "
                        + "count(*) filter (where c.holder is null) done from casework.public_case_file c where "
                        + all.sql() + " group by 1"))
                .query(row -> {
                    rows.put(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            List.of(new Count(row.getLong("filed")), new Count(row.getLong("done"))));
                });
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new DeskFigure(
                        "cases",
                        Text.of("近一年收到的申报件", "Cases of the last twelve months"),
                        "/inbox?show=all",
                        Text.of("提交月份", "Filed in"),
                        List.of(Text.of("收到", "Filed"), Text.of("其中已办结", "Of these done")),
                        IntStream.range(0, MONTHS)
                                .mapToObj(first::plusMonths)
                                .map(month -> new Row(
                                        Text.of(month.toString(), month.toString()),
                                        rows.getOrDefault(month, List.of(new Count(0), new Count(0)))))
                                .toList()));
    }
}
