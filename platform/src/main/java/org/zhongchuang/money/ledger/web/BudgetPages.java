package org.zhongchuang.money.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Treasuries;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.money.ledger.web.BudgetView.Said;

/** Budget execution, and the balances of the books. */
@Controller
public class BudgetPages {

    private final BudgetView view;
    private final Execution execution;
    private final VerifyLedger verifying;
    private final Treasuries treasuries;
    private final Policies policies;
    private final Clock clock;

    BudgetPages(
            BudgetView view,
            Execution execution,
            VerifyLedger verifying,
            Treasuries treasuries,
            Policies policies,
            Clock clock) {
        this.view = view;
        this.execution = execution;
        this.verifying = verifying;
        this.treasuries = treasuries;
        this.policies = policies;
        this.clock = clock;
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
            @RequestParam Optional<Integer> year,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "") String show,
            Actor actor) {
        return view.of(
                actor, year.orElse(LocalDate.now(clock).getYear()), payer, Said.NOTHING, show.equals("proposals"));
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
                sheet.add(
                        Spreadsheet.number(line.year()),
                        sheet.words(policies.current().area(line.payer()).name()),
                        sheet.words(policies.current().title(line.programme())),
                        Spreadsheet.sum(line.budget()),
                        Spreadsheet.sum(line.promised()),
                        Spreadsheet.sum(line.onTheWay()),
                        Spreadsheet.sum(line.paid()),
                        Spreadsheet.sum(line.left()),
                        Spreadsheet.sum(line.lapsed()),
                        Spreadsheet.sum(line.receivable()),
                        Spreadsheet.sum(line.returned()));
            }
        }
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
        return view.of(actor, LocalDate.now(clock).getYear(), "", Said.verified(verifying.verify()));
    }
}
