package org.zhongchuang.records.figure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Statistic;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.evidence.Entry;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.figure.Periods;
import org.zhongchuang.records.figure.Periods.Statement;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.table.RecordKind;

/** Statutory figures of a space for a year: each opens its rows; closing the year and restating it. */
@Controller
public class FigurePages {

    private final Figures figures;
    private final Periods periods;
    private final WhoseRecords whose;
    private final Policies policies;
    private final Clock clock;

    FigurePages(Figures figures, Periods periods, WhoseRecords whose, Policies policies, Clock clock) {
        this.figures = figures;
        this.periods = periods;
        this.whose = whose;
        this.policies = policies;
        this.clock = clock;
    }

    /** In what money is shown. */
    public enum Scale {
        YUAN(0, "元", "yuan"),
        THOUSAND(3, "千元", "thousand yuan"),
        TEN_THOUSAND(4, "万元", "ten thousand yuan");

        private final int places;
        private final Text label;

        Scale(int places, String zh, String en) {
            this.places = places;
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** A figure as it is shown, a dash where it is not known. */
        public String show(Statistic statistic, Optional<BigDecimal> figure) {
            return figure.map(one -> show(statistic, one)).orElse("—");
        }

        /** A figure as it is shown; what is no money stays as it is. */
        public String show(Statistic statistic, BigDecimal figure) {
            return statistic.unit() == Unit.YUAN
                    ? "%,.2f".formatted(scaled(figure))
                    : grouped(figure.stripTrailingZeros());
        }

        private static String grouped(BigDecimal number) {
            return ("%,." + Math.max(number.scale(), 0) + "f").formatted(number);
        }

        private BigDecimal scaled(BigDecimal yuan) {
            return yuan.movePointLeft(places).setScale(2, RoundingMode.HALF_UP);
        }

        Spreadsheet.Cell cell(Statistic statistic, BigDecimal figure) {
            return statistic.unit() == Unit.YUAN
                    ? Spreadsheet.amount(scaled(figure))
                    : Spreadsheet.number(figure.stripTrailingZeros());
        }

        public Text unit(Statistic statistic) {
            return statistic.unit() == Unit.YUAN
                    ? label
                    : Text.of(statistic.unit().zh(), statistic.unit().en());
        }
    }

    /** The figures of a year. */
    public record FiguresPage(
            Space space,
            int year,
            Scale scale,
            List<Statistic> statistics,
            Map<String, BigDecimal> figures,
            List<Finding> checks,
            List<Statement> statements,
            Optional<String> restating,
            boolean keeps,
            boolean over,
            Recording.@Nullable Reason refused) {

        /** Figures of one subject, those that are counted from the same kind of records. */
        public record Group(Text subject, List<Statistic> statistics) {}

        /** The figures by what they are about, in the order of the pack. */
        public List<Group> groups() {
            var groups = new LinkedHashMap<RecordKind, List<Statistic>>();
            for (var one : statistics) {
                kindOf(one)
                        .ifPresent(kind -> groups.computeIfAbsent(kind, _ -> new ArrayList<>())
                                .add(one));
            }
            return groups.entrySet().stream()
                    .map(group -> new Group(group.getKey().label(), group.getValue()))
                    .toList();
        }

        /** A share is about what its first part is about. */
        private Optional<RecordKind> kindOf(Statistic one) {
            return one.record() != null
                    ? RecordKind.of(one.record())
                    : statistics.stream()
                            .filter(part -> one.parts().contains(part.id()))
                            .findFirst()
                            .flatMap(this::kindOf);
        }

        /** Whether the figures contradict one another, so that the year cannot be closed. */
        public List<Finding> contradictions() {
            return checks.stream().filter(Finding.Unmet.class::isInstance).toList();
        }

        /** A figure; empty where the records cannot tell it. */
        public Optional<BigDecimal> figure(Statistic one) {
            return Optional.ofNullable(figures.get(one.id()));
        }

        /** What was reported, where it is no longer what the rows say; what was not known then was not zero. */
        public Optional<String> reported(Statistic one) {
            return statements.stream()
                    .findFirst()
                    .map(last -> Optional.ofNullable(last.figures().get(one.id())))
                    .filter(before -> !isSame(before, figure(one)))
                    .map(before -> scale.show(one, before));
        }

        private static boolean isSame(Optional<BigDecimal> before, Optional<BigDecimal> now) {
            return before.isEmpty()
                    ? now.isEmpty()
                    : now.filter(one -> one.compareTo(before.get()) == 0).isPresent();
        }
    }

    /** A figure with the rows it is counted from. */
    public record RowsPage(Space space, int year, Statistic statistic, Optional<BigDecimal> figure, List<Entry> rows) {}

    @GetMapping("/spaces/{id}/figures")
    @Concerns(value = Thing.SPACE, by = "id")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView figures(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "YUAN") String unit,
            Actor actor) {
        return show(actor, id, year, unit, null);
    }

    private ModelAndView show(Actor actor, String id, int asked, String unit, Recording.@Nullable Reason refused) {
        var space = space(id, actor);
        var today = LocalDate.now(clock);
        var year = asked < 2000 || asked > today.getYear() ? today.getYear() : asked;
        var counted = figures.of(space.id(), Figures.Period.ofYear(year));
        return new ModelAndView(
                "records/figure/figures",
                "page",
                new FiguresPage(
                        space,
                        year,
                        scale(unit),
                        policies.current().statistics(),
                        counted,
                        periods.checks(counted),
                        periods.statements(space.id(), year),
                        periods.openRestatement(space.id(), year),
                        whose.keeps(actor, space.id()),
                        today.getYear() > year,
                        refused));
    }

    private static Scale scale(String unit) {
        return Typed.shown(Scale.class, unit, Scale.YUAN);
    }

    @GetMapping("/spaces/{id}/figures.xlsx")
    @Concerns(value = Thing.SPACE, by = "id")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    void export(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "THOUSAND") String unit,
            Language language,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var space = space(id, actor);
        var counted = figures.of(space.id(), Figures.Period.ofYear(year < 2000 || year > 2100 ? 2000 : year));
        try (var sheet = Spreadsheet.to(
                response,
                language,
                "figures-" + year + ".xlsx",
                Text.of(year + "年统计", "Figures of " + year),
                List.of(
                        Text.of("指标", "Figure"),
                        Text.of("单位", "Unit"),
                        Text.of("数值", "Value"),
                        Text.of("依据", "Basis")))) {
            for (var one : policies.current().statistics()) {
                var figure = Optional.ofNullable(counted.get(one.id()));
                sheet.add(
                        sheet.words(one.label()),
                        sheet.words(scale(unit).unit(one)),
                        figure.map(known -> scale(unit).cell(one, known)).orElse(Spreadsheet.text("—")),
                        sheet.words(one.basis()));
            }
        }
    }

    @GetMapping("/spaces/{id}/figures/{figure}")
    @Concerns(value = Thing.SPACE, by = "id", parts = "figure")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView rows(
            @PathVariable String id,
            @PathVariable String figure,
            @RequestParam(defaultValue = "0") int year,
            Actor actor) {
        var space = space(id, actor);
        var statistic = policies.current().statistic(figure).orElseThrow(() -> Problem.noSuchThing("figure " + figure));
        var which = year < 2000 || year > 2100 ? LocalDate.now(clock).getYear() : year;
        var period = Figures.Period.ofYear(which);
        return new ModelAndView(
                "records/figure/rows",
                "page",
                new RowsPage(
                        space,
                        which,
                        statistic,
                        Optional.ofNullable(figures.of(space.id(), period).get(figure)),
                        figures.rows(space.id(), statistic, period)));
    }

    @PostMapping("/spaces/{id}/figures")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id")
    @Only(Role.OPERATOR)
    ModelAndView settle(
            @PathVariable String id,
            @RequestParam int year,
            @Act({"close", "restate"}) String act,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var space = space(id, actor);
        var recording = act.equals("restate")
                ? periods.restate(actor, space.id(), year, reason)
                : periods.close(actor, space.id(), year);
        return recording instanceof Recording.Refused(var why)
                ? show(actor, id, year, "YUAN", why)
                : new ModelAndView("redirect:/spaces/" + space.id() + "/figures?year=" + year);
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("figures of " + id));
    }
}
