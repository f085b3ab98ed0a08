package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.inbox.Cases.Listing;
import org.zhongchuang.procedure.inbox.Cases.Query;

/** The list of cases that somebody may see, with its filters, and the same as a table to take along. */
@Controller
public class InboxPages {

    private final Cases cases;
    private final Policies policies;
    private final Clock clock;

    InboxPages(Cases cases, Policies policies, Clock clock) {
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
    }

    /** The list of cases with its filters. */
    public record InboxPage(
            boolean takesPart, boolean seesAreas, Query query, Listing listing, PolicyPack pack, LocalDate today) {

        /** The steps to choose from, by their ids. */
        public Map<String, Text> steps() {
            return stepsOf(pack);
        }
    }

    /** The filters of the list as they stand in its address. */
    record Asked(
            @Nullable String q,
            @Nullable String step,
            @Nullable String area,
            @Nullable String due,
            @Nullable String show,
            @Nullable String after) {

        /** The question; who has nothing to do with cases but to watch them asks for all. */
        Query query(PolicyPack pack, boolean watching) {
            var last = Objects.requireNonNullElse(after, "");
            return new Query(
                    Objects.requireNonNullElse(q, "").strip(),
                    Optional.ofNullable(step)
                            .map(one -> one.toLowerCase(Locale.ROOT))
                            .filter(one -> stepsOf(pack).containsKey(one))
                            .orElse(null),
                    Optional.ofNullable(area)
                            .filter(code -> pack.areas().stream()
                                    .anyMatch(one -> one.code().equals(code)))
                            .orElse(null),
                    "late".equals(due),
                    "all".equals(show) || watching,
                    last.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}") ? last : "");
        }
    }

    /**
     * Every step at which a case that was filed can stand: as the programmes name them, in the order of their kinds.
     */
    private static Map<String, Text> stepsOf(PolicyPack pack) {
        var named = pack.programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .toList();
        var steps = new LinkedHashMap<String, Text>();
        for (var step : Step.values()) {
            if (step.kind().isPresent()) {
                named.stream()
                        .filter(one -> one.does() == step.kind().get())
                        .forEach(one -> steps.putIfAbsent(one.step(), one.label()));
            } else if (step != Step.DRAFT) {
                steps.put(step.word(), step.label());
            }
        }
        return steps;
    }

    @GetMapping("/inbox")
    @InMenu(
            value = Section.WORK,
            zh = "申报件",
            en = "Cases",
            icon = "inbox",
            place = 20,
            often = {
                Role.COUNTY_OFFICER,
                Role.CITY_OFFICER,
                Role.CITY_DECIDER,
                Role.LABOUR_OFFICER,
                Role.TAX_OFFICER,
                Role.MARKET_OFFICER,
                Role.EDUCATION_OFFICER,
                Role.DEPARTMENT_REPORTER,
                Role.EXPERT,
                Role.INVESTOR,
                Role.INSTITUTION,
                Role.SERVICE_PROVIDER
            },
            under = "/cases")
    @Only(
            value = {
                Role.OPERATOR,
                Role.FIRM,
                Role.FOUNDER,
                Role.FINANCE_OFFICER,
                Role.EXPERT,
                Role.LEADING_GROUP_OFFICE,
                Role.AUDITOR
            },
            steps = true)
    ModelAndView inbox(
            @ModelAttribute Asked asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var query = asked.query(policies.current(), !cases.takesPart(actor));
        LastList.remember(query, request, response);
        return new ModelAndView(
                "procedure/inbox/inbox",
                "page",
                new InboxPage(
                        cases.takesPart(actor),
                        cases.seesAreas(actor),
                        query,
                        cases.list(actor, query),
                        policies.current(),
                        LocalDate.now(clock)));
    }

    @GetMapping("/inbox.xlsx")
    @Only(
            value = {
                Role.OPERATOR,
                Role.FIRM,
                Role.FOUNDER,
                Role.FINANCE_OFFICER,
                Role.EXPERT,
                Role.LEADING_GROUP_OFFICE,
                Role.AUDITOR
            },
            steps = true)
    void export(@ModelAttribute Asked asked, Actor actor, Language language, HttpServletResponse response)
            throws IOException {
        var columns = List.of(
                Text.of("编号", "Number"),
                Text.of("众创空间", "Makerspace"),
                Text.of("运营机构", "Operator"),
                Text.of("区域", "Area"),
                Text.of("步骤", "Step"),
                Text.of("申报日期", "Filed on"),
                Text.of("本步骤自", "At this step since"),
                Text.of("期限", "Due"));
        try (var sheet = Spreadsheet.to(response, language, "cases.xlsx", Text.of("申报件", "Cases"), columns)) {
            cases.export(
                    actor,
                    asked.query(policies.current(), !cases.takesPart(actor)).fromTheStart(),
                    file -> sheet.add(
                            Spreadsheet.text(file.caseNumber()),
                            Spreadsheet.text(file.subjectName()),
                            Spreadsheet.text(file.applicantName()),
                            sheet.words(policies.current().area(file.area()).name()),
                            sheet.words(file.stepName(policies.current())),
                            Spreadsheet.day(file.filedOn()),
                            Spreadsheet.day(file.stepSince()),
                            Spreadsheet.day(file.dueOn())));
        }
    }
}
