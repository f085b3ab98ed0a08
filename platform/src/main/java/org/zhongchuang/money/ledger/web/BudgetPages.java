package org.zhongchuang.money.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Treasuries;
import org.zhongchuang.money.ledger.VerifyLedger;

/** Budget execution; a finance officer enters budgets here. */
@Controller
public class BudgetPages {

    private final Execution execution;
    private final Budgets budgets;
    private final VerifyLedger verifying;
    private final Treasuries treasuries;
    private final Policies policies;
    private final Clock clock;

    BudgetPages(
            Execution execution,
            Budgets budgets,
            VerifyLedger verifying,
            Treasuries treasuries,
            Policies policies,
            Clock clock) {
        this.execution = execution;
        this.budgets = budgets;
        this.verifying = verifying;
        this.treasuries = treasuries;
        this.policies = policies;
        this.clock = clock;
    }

    /** A year's execution. */
    public record ExecutionPage(
            PolicyPack pack,
            int year,
            List<Integer> years,
            String payer,
            boolean mayChoose,
            boolean mayEnter,
            List<Execution.Line> lines,
            String typed,
            List<Text> mistakes,
            @Nullable Integer entered,
            VerifyLedger.@Nullable Report report) {

        public Fen sum(Function<Execution.Line, Fen> of) {
            return Fen.sum(lines.stream().map(of));
        }

        public boolean hasLapsed() {
            return lines.stream().anyMatch(line -> line.lapsed().isPositive());
        }
    }

    /** What stands on each kind of account; the sum of all is nothing. */
    public record BalancePage(
            PolicyPack pack,
            int year,
            List<Integer> years,
            String payer,
            boolean mayChoose,
            Map<Account.Kind, Fen> balances) {}

    @GetMapping("/finance/budget")
    @InMenu(
            value = Section.MONEY,
            zh = "预算执行",
            en = "Budget",
            icon = "chart-bar",
            place = 10,
            often = {Role.FINANCE_OFFICER, Role.LEADING_GROUP_OFFICE},
            under = "/finance")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    ModelAndView show(
            @RequestParam Optional<Integer> year, @RequestParam(defaultValue = "") String payer, Actor actor) {
        return show(actor, year.orElse(LocalDate.now(clock).getYear()), payer, "", List.of(), null, null);
    }

    private ModelAndView show(
            Actor actor,
            int year,
            String payer,
            String typed,
            List<Text> mistakes,
            @Nullable Integer entered,
            VerifyLedger.@Nullable Report report) {
        var chosen = treasuries.chosen(actor, payer);
        return new ModelAndView(
                "money/ledger/budget",
                "page",
                new ExecutionPage(
                        policies.current(),
                        year,
                        execution.years(),
                        chosen,
                        treasuries.seesAll(actor),
                        treasuries.keepsBooks(actor),
                        execution.of(year, chosen, ""),
                        typed,
                        mistakes,
                        entered,
                        report));
    }

    @GetMapping("/finance/budget.xlsx")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    void export(
            @RequestParam Optional<Integer> year,
            @RequestParam(defaultValue = "") String payer,
            Actor actor,
            Language language,
            HttpServletResponse response)
            throws IOException {
        var columns = List.of(
                Text.of("年度", "Year"),
                Text.of("出资方", "Payer"),
                Text.of("事项", "Matter"),
                Text.of("预算（元）", "Budget (yuan)"),
                Text.of("已承诺（元）", "Committed (yuan)"),
                Text.of("待到账（元）", "On the way (yuan)"),
                Text.of("已支付（元）", "Paid (yuan)"),
                Text.of("结余（元）", "Left (yuan)"),
                Text.of("年终收回（元）", "Lapsed (yuan)"),
                Text.of("应收回（元）", "Receivable (yuan)"),
                Text.of("已收回（元）", "Returned (yuan)"));
        try (var sheet =
                Spreadsheet.to(response, language, "execution.xlsx", Text.of("预算执行", "Budget execution"), columns)) {
            for (var line :
                    execution.of(year.orElse(LocalDate.now(clock).getYear()), treasuries.chosen(actor, payer), "")) {
                sheet.add(List.of(
                        String.valueOf(line.year()),
                        sheet.say(policies.current().area(line.payer()).name()),
                        sheet.say(policies.current().programme(line.programme()).title()),
                        line.budget().yuan(),
                        line.promised().yuan(),
                        line.onTheWay().yuan(),
                        line.paid().yuan(),
                        line.left().yuan(),
                        line.lapsed().yuan(),
                        line.receivable().yuan(),
                        line.returned().yuan()));
            }
        }
    }

    @PostMapping("/finance/budget")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView enter(
            @RequestParam(defaultValue = "") String table, @RequestParam Optional<MultipartFile> file, Actor actor)
            throws IOException {
        var year = LocalDate.now(clock).getYear();
        var sent = file.filter(one -> !one.isEmpty());
        var reading = budgets.read(sent.isPresent() ? sent.get().getBytes() : table.getBytes(UTF_8));
        if (!reading.mistakes().isEmpty() || reading.lines().isEmpty()) {
            var mistakes = reading.mistakes().isEmpty()
                    ? List.of(Text.of("请选择表格文件，或粘贴至少一行。", "Choose a file or paste at least one row."))
                    : reading.mistakes();
            return show(actor, year, "", table, mistakes, null, null);
        }
        return switch (budgets.set(actor, reading.lines())) {
            case Budgeting.Done(var made) ->
                show(actor, reading.lines().getFirst().year(), actor.area(), "", List.of(), made, null);
            case Budgeting.Refused(var reason) -> show(actor, year, "", table, List.of(reason.text()), null, null);
        };
    }

    @GetMapping("/finance/balance")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    ModelAndView balance(
            @RequestParam(defaultValue = "0") int year, @RequestParam(defaultValue = "") String payer, Actor actor) {
        var chosen = treasuries.chosen(actor, payer);
        return new ModelAndView(
                "money/ledger/balance",
                "page",
                new BalancePage(
                        policies.current(),
                        year,
                        execution.years(),
                        chosen,
                        treasuries.seesAll(actor),
                        execution.balances(year, chosen)));
    }

    @PostMapping("/finance/verify")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView verify(Actor actor) {
        return show(actor, LocalDate.now(clock).getYear(), "", "", List.of(), null, verifying.verify());
    }
}
