package org.zhongchuang.money.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Treasuries;

/** The entries behind each figure of the ledger. */
@Controller
public class EntryPages {

    private static final int PAGE = 100;

    private final Ledger ledger;
    private final Treasuries treasuries;
    private final Policies policies;

    EntryPages(Ledger ledger, Treasuries treasuries, Policies policies) {
        this.ledger = ledger;
        this.treasuries = treasuries;
        this.policies = policies;
    }

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
    void exportEntries(
            @RequestParam Map<String, String> asked, Actor actor, Language language, HttpServletResponse response)
            throws IOException {
        try (var sheet = Spreadsheet.to(
                response,
                language,
                "entries.xlsx",
                Text.of("分录", "Entries"),
                List.of(
                        Text.of("记账号", "Posting"),
                        Text.of("日期", "Day"),
                        Text.of("事由", "Act"),
                        Text.of("科目", "Account"),
                        Text.of("依据", "Basis"),
                        Text.of("金额（元）", "Amount (yuan)")))) {
            ledger.each(
                    entriesOf(asked, actor),
                    line -> sheet.add(
                            Spreadsheet.number(line.posting()),
                            Spreadsheet.day(line.day()),
                            sheet.words(line.act().label()),
                            sheet.words(line.kind().label()),
                            Spreadsheet.text(line.note()),
                            Spreadsheet.sum(line.fen())));
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
