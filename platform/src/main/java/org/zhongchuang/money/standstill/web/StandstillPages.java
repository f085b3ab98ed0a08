package org.zhongchuang.money.standstill.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.standstill.Standstill;
import org.zhongchuang.money.standstill.Standstill.Why;
import org.zhongchuang.money.standstill.Standstills;
import org.zhongchuang.money.standstill.Standstills.Query;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Watcher;

/** The one list of all that is stopped. */
@Controller
public class StandstillPages {

    private static final List<Text> COLUMNS = List.of(
            Text.of("编号", "Case"),
            Text.of("受支持单位", "Recipient"),
            Text.of("出资方", "Payer"),
            Text.of("金额（元）", "Sum (yuan)"),
            Text.of("原因", "Why"),
            Text.of("说明", "In words"),
            Text.of("自何日", "Since"),
            Text.of("至何日", "Until"),
            Text.of("轮到谁、办什么", "Whose turn, and what"));

    private final Standstills standstills;
    private final Watcher watcher;
    private final Policies policies;

    StandstillPages(Standstills standstills, Watcher watcher, Policies policies) {
        this.standstills = standstills;
        this.watcher = watcher;
        this.policies = policies;
    }

    /** The filters as they stand in the address. */
    record Asked(
            @Nullable String why,
            @Nullable String q,
            @Nullable String mine) {

        Query query() {
            return new Query(
                    Typed.choice(Why.class, Objects.requireNonNullElse(why, "")),
                    Objects.requireNonNullElse(q, "").strip(),
                    Objects.requireNonNullElse(mine, "").equals("on"));
        }
    }

    /** What is stopped for each reason, the first lines, and by case the findings for which one was left out. */
    public record StoppedPage(
            PolicyPack pack,
            Query query,
            Map<Why, Pile> counts,
            List<Standstill> lines,
            Map<CaseId, List<Watcher.Warning>> doubts) {

        public List<Watcher.Warning> doubts(Standstill line) {
            return line.why() == Why.LEFT_OUT ? doubts.getOrDefault(line.caseFile(), List.of()) : List.of();
        }

        /** How many there are of what is asked for. */
        public long count() {
            return counts.entrySet().stream()
                    .filter(one -> query.why().isEmpty() || query.why().get() == one.getKey())
                    .mapToLong(one -> one.getValue().count())
                    .sum();
        }
    }

    @GetMapping("/finance/stopped")
    @InMenu(value = Section.MONEY, zh = "停付款项", en = "Stopped payments", icon = "alert-triangle", place = 25)
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView show(@ModelAttribute Asked asked, Actor actor) {
        var query = asked.query();
        var lines = standstills.list(actor, query);
        var leftOut = lines.stream()
                .filter(one -> one.why() == Why.LEFT_OUT)
                .map(Standstill::caseFile)
                .distinct()
                .toList();
        return new ModelAndView(
                "money/standstill/stopped",
                "page",
                new StoppedPage(
                        policies.current(), query, standstills.counts(actor, query), lines, watcher.warnings(leftOut)));
    }

    @GetMapping("/finance/stopped.csv")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR})
    void csv(@ModelAttribute Asked asked, Actor actor, Language language, HttpServletResponse response)
            throws IOException {
        var pack = policies.current();
        try (var table = CsvTable.to(
                response,
                "stopped.csv",
                COLUMNS.stream().map(one -> one.in(language)).toList())) {
            standstills.export(
                    actor,
                    asked.query(),
                    one -> table.add(
                            CsvTable.text(one.number()),
                            CsvTable.text(one.name()),
                            CsvTable.text(pack.area(one.payer()).name().in(language)),
                            CsvTable.sum(one.fen()),
                            CsvTable.text(one.why().label().in(language)),
                            CsvTable.text(one.detail()),
                            CsvTable.text(one.since().toString()),
                            CsvTable.text(one.until().map(Object::toString).orElse("")),
                            CsvTable.text(one.why().who().in(language))));
        }
    }
}
