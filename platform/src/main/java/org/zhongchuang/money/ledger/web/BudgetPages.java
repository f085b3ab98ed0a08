package org.zhongchuang.money.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Treasuries;
import org.zhongchuang.money.ledger.VerifyLedger;

/** Budget execution and the entries behind each of its figures; a finance officer enters budgets here. */
@Controller
public class BudgetPages {

    private static final int PAGE = 100;

    private final Execution execution;
    private final Budgets budgets;
    private final Ledger ledger;
    private final VerifyLedger verifying;
    private final Treasuries treasuries;
    private final Policies policies;
    private final Clock clock;

    BudgetPages(
            Execution execution,
            Budgets budgets,
            Ledger ledger,
            VerifyLedger verifying,
            Treasuries treasuries,
            Policies policies,
            Clock clock) {
        this.execution = execution;
        this.budgets = budgets;
        this.ledger = ledger;
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

        public long sum(ToLongFunction<Execution.Line> of) {
            return lines.stream().mapToLong(of).reduce(0, Math::addExact);
        }

        public boolean hasLapsed() {
            return lines.stream().anyMatch(line -> line.lapsed() > 0);
        }
    }

    /** What stands on each kind of account; the sum of all is nothing. */
    public record BalancePage(
            PolicyPack pack,
            int year,
            List<Integer> years,
            String payer,
            boolean mayChoose,
            Map<Account.Kind, Long> balances) {}

    /** The entries behind a figure. */
    public record EntriesPage(PolicyPack pack, Ledger.Scope scope, Ledger.Total total, Ledger.Page page) {

        /** The filters as they stand in the address. */
        public String query() {
            return "payer=%s&year=%d&programme=%s&kind=%s&award=%s"
                    .formatted(
                            scope.payer(),
                            scope.year(),
                            scope.programme(),
                            scope.kinds().stream().map(Enum::name).collect(Collectors.joining(",")),
                            scope.award().map(Object::toString).orElse(""));
        }
    }

    @GetMapping("/finance/budget")
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
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=execution.xlsx");
        var columns = List.of(
                "年度", "出资方", "事项", "预算（元）", "已承诺（元）", "待到账（元）", "已支付（元）", "结余（元）", "年终收回（元）", "应收回（元）", "已收回（元）");
        try (var sheet = new Spreadsheet(response.getOutputStream(), "预算执行", columns)) {
            for (var line :
                    execution.of(year.orElse(LocalDate.now(clock).getYear()), treasuries.chosen(actor, payer), "")) {
                sheet.add(List.of(
                        String.valueOf(line.year()),
                        policies.current().area(line.payer()).name().zh(),
                        policies.current().programme(line.programme()).title().zh(),
                        Typed.yuan(line.budget()),
                        Typed.yuan(line.promised()),
                        Typed.yuan(line.onTheWay()),
                        Typed.yuan(line.paid()),
                        Typed.yuan(line.left()),
                        Typed.yuan(line.lapsed()),
                        Typed.yuan(line.receivable()),
                        Typed.yuan(line.returned())));
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
        try {
            return show(
                    actor,
                    reading.lines().getFirst().year(),
                    actor.area(),
                    "",
                    List.of(),
                    budgets.set(actor, reading.lines()),
                    null);
        } catch (Ledger.Refusal refusal) {
            var mistake = switch (refusal.reason()) {
                case CLOSED_YEAR -> Text.of("没有记账：该年度已经结账。", "Nothing was posted: that year is closed.");
                case NOT_ENOUGH -> Text.of("没有记账：调减超过结余。", "Nothing was posted: a cut exceeds what is left.");
                case OTHER_POSTING ->
                    Text.of(
                            "没有记账：同一文号、事项已按另外的金额下达。",
                            "Nothing was posted: that document has set the line to another sum.");
                case UNLAWFUL -> throw refusal;
            };
            return show(actor, year, "", table, List.of(mistake), null, null);
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
        return show(actor, LocalDate.now(clock).getYear(), "", "", List.of(), null, verifying.verify());
    }

    @GetMapping("/finance/entries")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    ModelAndView entries(@RequestParam Map<String, String> asked, Actor actor) {
        var scope = entriesOf(asked, actor);
        return new ModelAndView(
                "money/ledger/entries",
                "page",
                new EntriesPage(
                        policies.current(),
                        scope,
                        ledger.total(scope),
                        ledger.page(scope, asked.getOrDefault("after", ""), PAGE)));
    }

    @GetMapping("/finance/entries.xlsx")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    void exportEntries(@RequestParam Map<String, String> asked, Actor actor, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=entries.xlsx");
        try (var sheet =
                new Spreadsheet(response.getOutputStream(), "分录", List.of("记账号", "日期", "事由", "科目", "依据", "金额（元）"))) {
            ledger.each(
                    entriesOf(asked, actor),
                    line -> sheet.add(List.of(
                            String.valueOf(line.posting()),
                            line.day().toString(),
                            line.act().label().zh(),
                            line.kind().label().zh(),
                            line.note(),
                            Typed.yuan(line.fen()))));
        }
    }

    private Ledger.Scope entriesOf(Map<String, String> asked, Actor actor) {
        var year = asked.getOrDefault("year", "");
        return new Ledger.Scope(
                treasuries.chosen(actor, asked.getOrDefault("payer", "")),
                year.matches("[0-9]{1,4}") ? Integer.parseInt(year) : 0,
                asked.getOrDefault("programme", ""),
                Stream.of(asked.getOrDefault("kind", "").split(",", -1))
                        .flatMap(kind -> Typed.choice(Account.Kind.class, kind).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                Typed.id(asked.getOrDefault("award", "")));
    }
}
