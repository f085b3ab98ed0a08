package org.zhongchuang.money.statement.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Treasuries;
import org.zhongchuang.money.statement.Statements;
import org.zhongchuang.money.statement.Statements.Line;
import org.zhongchuang.money.statement.Statements.Scope;
import org.zhongchuang.records.registry.SubjectId;

/** Statements of money: by clause, by beneficiary, by award; each line opens the next, the last opens its entries. */
@Controller
public class StatementPages {

    /** More lines than these are in the Excel file; the sum is always of all. */
    private static final int SHOWN = 200;

    private final Statements statements;
    private final Execution execution;
    private final Treasuries treasuries;
    private final Policies policies;

    StatementPages(Statements statements, Execution execution, Treasuries treasuries, Policies policies) {
        this.statements = statements;
        this.execution = execution;
        this.treasuries = treasuries;
        this.policies = policies;
    }

    /** What the lines are added up by. */
    public enum By {
        CLAUSE("条款", "Clause"),
        BENEFICIARY("受支持单位", "Beneficiary"),
        AWARD("逐笔", "Award");

        private final Text label;

        By(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** One statement and how it was asked for; {@code cut} where there may be more lines than are shown. */
    public record StatementPage(
            PolicyPack pack,
            By by,
            Scope scope,
            List<Integer> years,
            List<Area> payers,
            List<Line> lines,
            Line total,
            boolean cut) {

        /** The address of what stands behind a line. */
        public String behind(Line line) {
            var same = "/finance/statements?payer=%s&year=%d".formatted(scope.payer(), scope.year());
            return switch (by) {
                case CLAUSE -> same + "&by=BENEFICIARY&clause=" + line.key();
                case BENEFICIARY -> same + "&by=AWARD&clause=%s&subject=%s".formatted(scope.clause(), line.key());
                case AWARD -> "/awards/" + line.key();
            };
        }

        public String query() {
            return "payer=%s&year=%d&clause=%s&subject=%s&q=%s&by=%s"
                    .formatted(
                            scope.payer(),
                            scope.year(),
                            scope.clause(),
                            scope.subject().map(Object::toString).orElse(""),
                            URLEncoder.encode(scope.words(), UTF_8),
                            by.name());
        }
    }

    @GetMapping("/finance/statements")
    @InMenu(
            value = Section.MONEY,
            zh = "资金报表",
            en = "Statements",
            icon = "report-money",
            place = 30,
            often = {Role.FINANCE_OFFICER, Role.AUDITOR})
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    ModelAndView show(@RequestParam Map<String, String> asked, Actor actor) {
        return new ModelAndView("money/statement/statement", "page", read(asked, actor, SHOWN));
    }

    private StatementPage read(Map<String, String> asked, Actor actor, int most) {
        var scope = new Scope(
                treasuries.chosen(actor, asked.getOrDefault("payer", "")),
                Typed.year(asked.getOrDefault("year", "")).orElse(0),
                asked.getOrDefault("clause", ""),
                Typed.id(asked.getOrDefault("subject", ""), SubjectId::new),
                asked.getOrDefault("q", ""));
        var by = Typed.shown(By.class, asked.getOrDefault("by", ""), By.CLAUSE);
        var lines = switch (by) {
            case CLAUSE -> statements.byClause(scope);
            case BENEFICIARY -> statements.byBeneficiary(scope, most);
            case AWARD -> statements.byAward(scope, most);
        };
        return new StatementPage(
                policies.current(),
                by,
                scope,
                execution.years(),
                treasuries.seenBy(actor),
                lines,
                statements.total(scope),
                lines.size() == most);
    }

    @GetMapping("/finance/statements.xlsx")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE})
    void export(@RequestParam Map<String, String> asked, Actor actor, Language language, HttpServletResponse response)
            throws IOException {
        var page = read(asked, actor, Integer.MAX_VALUE);
        var columns = List.of(
                page.by().label(),
                Text.of("名称", "Name"),
                Text.of("笔数", "Awards"),
                Text.of("已承诺（元）", "Committed (yuan)"),
                Text.of("已支付（元）", "Paid (yuan)"),
                Text.of("待到账（元）", "On the way (yuan)"),
                Text.of("应收回（元）", "Receivable (yuan)"),
                Text.of("已收回（元）", "Returned (yuan)"));
        try (var sheet = Spreadsheet.to(response, language, "statement.xlsx", Text.of("资金报表", "Statement"), columns)) {
            for (var line : page.lines()) {
                sheet.add(
                        Spreadsheet.text(line.key()),
                        Spreadsheet.text(line.label()),
                        Spreadsheet.number(line.awards()),
                        Spreadsheet.sum(line.promised()),
                        Spreadsheet.sum(line.paid()),
                        Spreadsheet.sum(line.onTheWay()),
                        Spreadsheet.sum(line.receivable()),
                        Spreadsheet.sum(line.returned()));
            }
        }
    }
}
