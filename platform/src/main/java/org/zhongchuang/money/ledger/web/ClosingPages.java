package org.zhongchuang.money.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Closing;
import org.zhongchuang.money.ledger.Closings;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Treasuries;

/** The end of budget years: what was paid, what is carried over, what lapses, treasury by treasury. */
@Controller
public class ClosingPages {

    private final Closings closings;
    private final Execution execution;
    private final Treasuries treasuries;
    private final Policies policies;
    private final Clock clock;

    ClosingPages(Closings closings, Execution execution, Treasuries treasuries, Policies policies, Clock clock) {
        this.closings = closings;
        this.execution = execution;
        this.treasuries = treasuries;
        this.policies = policies;
        this.clock = clock;
    }

    /** The closings of a year; {@code own} are the treasuries whose books the reader keeps. */
    public record ClosingPage(
            PolicyPack pack,
            int year,
            List<Integer> years,
            PersonId reader,
            Set<String> own,
            boolean over,
            List<Closing> closings,
            Closing.@Nullable Reason refused) {

        public boolean mayPropose(Closing one) {
            return isOwn(one) && over && one.proposedBy().isEmpty();
        }

        public boolean mayConfirm(Closing one) {
            return isOwn(one)
                    && one.proposedBy().filter(by -> !by.equals(reader)).isPresent();
        }

        private boolean isOwn(Closing one) {
            return own.contains(one.payer()) && !one.isClosed() && !one.lines().isEmpty();
        }
    }

    @GetMapping("/finance/closing")
    @InMenu(value = Section.MONEY, zh = "年终结账", en = "Closing", icon = "calendar-check", place = 40)
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    ModelAndView closing(
            @RequestParam Optional<Integer> year, @RequestParam(defaultValue = "") String payer, Actor actor) {
        return show(actor, year.orElse(LocalDate.now(clock).getYear() - 1), payer, null);
    }

    private ModelAndView show(Actor actor, int year, String payer, Closing.@Nullable Reason refused) {
        return new ModelAndView(
                "money/ledger/closing",
                "page",
                new ClosingPage(
                        policies.current(),
                        year,
                        execution.years(),
                        actor.person(),
                        treasuries.keptBy(actor),
                        LocalDate.now(clock).getYear() > year,
                        read(actor, year, payer),
                        refused));
    }

    /** The treasury that is asked for, or all that have books of the year and the reader's own. */
    private List<Closing> read(Actor actor, int year, String payer) {
        var chosen = treasuries.chosen(actor, payer);
        return treasuries.seenBy(actor).stream()
                .filter(area -> chosen.isEmpty() || area.code().equals(chosen))
                .map(area -> closings.of(area.code(), year))
                .filter(one -> !one.lines().isEmpty()
                        || one.payer().equals(chosen)
                        || treasuries.keepsBooks(actor, one.payer()))
                .toList();
    }

    @PostMapping("/finance/closing")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView act(
            @RequestParam int year,
            @Act({"propose", "close"}) String act,
            @RequestParam(defaultValue = "") String document,
            Actor actor) {
        var attempt = act.equals("propose") ? closings.propose(actor, year) : closings.close(actor, year, document);
        return switch (attempt) {
            case Closing.Done(var closing) ->
                new ModelAndView("redirect:/finance/closing?year=%d&payer=%s".formatted(year, closing.payer()));
            case Closing.Refused(var reason) -> show(actor, year, actor.area(), reason);
        };
    }

    @GetMapping("/finance/closing.xlsx")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    void export(
            @RequestParam int year,
            @RequestParam(defaultValue = "") String payer,
            Actor actor,
            Language language,
            HttpServletResponse response)
            throws IOException {
        var columns = List.of(
                Text.of("年度", "Year"),
                Text.of("出资方", "Payer"),
                Text.of("状态", "State"),
                Text.of("文号", "Document"),
                Text.of("事项", "Matter"),
                Text.of("预算（元）", "Budget (yuan)"),
                Text.of("已支付（元）", "Paid (yuan)"),
                Text.of("结转（元）", "Carried over (yuan)"),
                Text.of("收回（元）", "Lapsed (yuan)"));
        try (var sheet = Spreadsheet.to(
                response,
                language,
                "closing-%d.xlsx".formatted(year),
                Text.of("年终结账", "Closing of the year"),
                columns)) {
            for (var closing : read(actor, year, payer)) {
                for (var line : closing.lines()) {
                    sheet.add(
                            Spreadsheet.number(year),
                            sheet.words(policies.current().area(closing.payer()).name()),
                            sheet.words(closing.isClosed() ? Text.of("已结账", "Closed") : Text.of("未结账", "Open")),
                            Spreadsheet.text(closing.document()),
                            sheet.words(policies.current()
                                    .programme(line.programme())
                                    .title()),
                            Spreadsheet.sum(line.budget()),
                            Spreadsheet.sum(line.paid()),
                            Spreadsheet.sum(line.carried()),
                            Spreadsheet.sum(line.lapsed()));
                }
            }
        }
    }
}
