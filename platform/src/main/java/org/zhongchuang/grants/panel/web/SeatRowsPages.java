package org.zhongchuang.grants.panel.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Statistic;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.evidence.Entry;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** The records behind a number that an expert is shown beside the ballot: of the makerspace and year of their seat. */
@Controller
public class SeatRowsPages {

    private final Figures figures;
    private final Spaces spaces;
    private final Policies policies;

    SeatRowsPages(Figures figures, Spaces spaces, Policies policies) {
        this.figures = figures;
        this.spaces = spaces;
        this.policies = policies;
    }

    /** A figure of a makerspace in a year, in its unit, with the rows it is counted from. */
    public record RowsPage(Space space, int year, Statistic statistic, Optional<Text> figure, List<Entry> rows) {}

    @GetMapping("/ballots/{year}/{id}/figures/{figure}")
    @Concerns(
            value = Thing.SEAT,
            by = {"year", "id"},
            parts = "figure")
    @Only(Role.EXPERT)
    ModelAndView rows(@PathVariable String year, @PathVariable String id, @PathVariable String figure) {
        var space =
                Typed.id(id, SubjectId::new).flatMap(spaces::find).orElseThrow(() -> Problem.noSuchThing("seat " + id));
        var statistic = policies.current().statistic(figure).orElseThrow(() -> Problem.noSuchThing("figure " + figure));
        var period = Figures.Period.ofYear(Integer.parseInt(year));
        var counted =
                Optional.<BigDecimal>ofNullable(figures.of(space.id(), period).get(figure));
        return new ModelAndView(
                "grants/panel/rows",
                "page",
                new RowsPage(
                        space,
                        period.to().getYear(),
                        statistic,
                        counted.map(number -> Shown.of(new FactValue.Quantity(number), statistic.unit())),
                        figures.rows(space.id(), statistic, period)));
    }
}
