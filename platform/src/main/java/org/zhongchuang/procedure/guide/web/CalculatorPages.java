package org.zhongchuang.procedure.guide.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Obligation;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.WrittenNumber;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.guide.Inquiry;

/** Calculators that anyone can use, each with its working line by line, and one for deadlines. */
@Controller
public class CalculatorPages {

    private static final int MOST_DAYS = 500;

    private static final Text NO_DAY = Text.of("请填写日期，例如 2016-12-31。", "Write a day such as 2016-12-31.");
    /** Years for which the deadline of a yearly obligation is listed. */
    private static final int YEARS = 6;

    private final Policies policies;
    private final WorkingDays workingDays;
    private final Clock clock;

    CalculatorPages(Policies policies, WorkingDays workingDays, Clock clock) {
        this.policies = policies;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** All calculators. */
    public record CalculatorsPage(PolicyPack pack, List<Programme> programmes) {}

    /**
     * One programme's calculator.
     *
     * @param on the day whose rules apply, as typed or today
     * @param wrongDay what is wrong with that day, where no result can be shown for it
     */
    public record CalculatorPage(
            PolicyPack pack,
            Programme programme,
            Inquiry inquiry,
            String on,
            @Nullable Text wrongDay) {}

    /** A yearly obligation with the day by which it is due. */
    public record YearlyDue(Obligation obligation, int year, WorkingDays.Due due) {}

    /** Deadlines in working days. */
    public record DeadlinesPage(
            PolicyPack pack,
            Map<String, String> typed,
            Map<String, Text> mistakes,
            WorkingDays.@Nullable Due after,
            WorkingDays.@Nullable Due inclusive,
            List<YearlyDue> yearly) {}

    @GetMapping("/calculators")
    @InMenu(value = Section.POLICY, zh = "计算器", en = "Calculators", icon = "calculator", place = 20)
    @Anyone
    ModelAndView calculators() {
        var pack = policies.current();
        return new ModelAndView(
                "procedure/guide/calculators",
                "page",
                new CalculatorsPage(pack, List.copyOf(pack.programmes().values())));
    }

    @GetMapping("/calculators/{id}")
    @Common("Anybody may count.")
    @Anyone
    ModelAndView calculator(
            @PathVariable String id,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "") String on,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript) {
        var city = policies.current();
        if (!city.programmes().containsKey(id)) {
            throw Problem.noSuchThing("calculator " + id);
        }
        var day = day(on);
        // By the document as it stands on that day; by that of today where it does not have the programme then.
        var pack = day.flatMap(one -> policies.find(city.home(id).id(), one))
                .filter(one -> one.programmes().containsKey(id))
                .map(one -> one.within(city))
                .orElse(city);
        var programme = pack.programme(id);
        var inquiry = Inquiry.of(
                pack, List.of(programme), query, day.orElse(LocalDate.now(clock)), policies.isDemonstration());
        return new ModelAndView(
                byScript ? "procedure/guide/working" : "procedure/guide/calculator",
                "page",
                new CalculatorPage(
                        pack,
                        programme,
                        inquiry,
                        on.isBlank() ? LocalDate.now(clock).toString() : on,
                        on.isBlank() || day.isPresent() ? null : NO_DAY));
    }

    @GetMapping("/calculators/deadlines")
    @Anyone
    ModelAndView deadlines(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String days) {
        var pack = policies.current();
        var mistakes = new java.util.LinkedHashMap<String, Text>();
        var first = day(after);
        if (!after.isBlank() && first.isEmpty()) {
            mistakes.put("after", NO_DAY);
        }
        var count = WrittenNumber.read(days)
                .filter(one ->
                        one.stripTrailingZeros().scale() <= 0 && one.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0)
                .map(BigDecimal::intValue)
                .orElse(-1);
        if (!days.isBlank() && count < 1) {
            mistakes.put("days", Text.of("请填写1到500的整数。", "Write a whole number from 1 to 500."));
        }
        var ready = first.isPresent() && count >= 1;
        var yearly = new ArrayList<YearlyDue>();
        for (var obligation : pack.obligations()) {
            var limit = pack.parameters().get(obligation.days());
            for (int year = LocalDate.now(clock).getYear() - 1; limit != null && yearly.size() < YEARS; year++) {
                var end = LocalDate.of(year, 12, 31);
                var value = limit.on(end).orElse(limit.values().getFirst());
                if (value.standing() == Parameter.Standing.DEMONSTRATION && !policies.isDemonstration()) {
                    break;
                }
                var number = value.is().intValueExact();
                yearly.add(new YearlyDue(
                        obligation,
                        year,
                        obligation.counting() == Obligation.Counting.EXCLUSIVE
                                ? workingDays.after(end, number)
                                : workingDays.through(end, number)));
            }
        }
        return new ModelAndView(
                "procedure/guide/deadlines",
                "page",
                new DeadlinesPage(
                        pack,
                        typed,
                        mistakes,
                        ready ? workingDays.after(first.get(), count) : null,
                        ready ? workingDays.through(first.get(), count) : null,
                        yearly));
    }

    /** A day as people write it, read as any other answer is. */
    private static Optional<LocalDate> day(String typed) {
        var question = new Fact(
                "day",
                Text.of("日期", "Day"),
                Text.of("日期", "Day"),
                Fact.Kind.DAY,
                org.zhongchuang.engine.formula.Unit.NONE,
                null,
                null,
                List.of(),
                List.of(),
                false,
                Fact.APPLICANT);
        return Answers.read(question, typed).value().map(LocalDate::parse);
    }
}
