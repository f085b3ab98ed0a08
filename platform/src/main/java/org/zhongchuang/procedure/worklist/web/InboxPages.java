package org.zhongchuang.procedure.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.zhongchuang.procedure.worklist.LastList;
import org.zhongchuang.procedure.worklist.ListAddress;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;
import org.zhongchuang.procedure.worklist.Worklist.Listing;

/** The list of cases that somebody may see, with its filters, and the same as a table to take along. */
@Controller
public class InboxPages {

    private final Worklist worklist;
    private final Policies policies;
    private final LastList last;
    private final Clock clock;

    InboxPages(Worklist worklist, Policies policies, LastList last, Clock clock) {
        this.last = last;
        this.worklist = worklist;
        this.policies = policies;
        this.clock = clock;
    }

    /** The list of cases with its filters. */
    public record InboxPage(
            boolean takesPart, boolean seesAreas, Query query, Listing listing, PolicyPack pack, LocalDate today) {

        /** The steps to choose from, by their ids. */
        public Map<String, Text> steps() {
            return ListAddress.steps(pack);
        }
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
            @ModelAttribute ListAddress asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var query = asked.query(policies.current(), !worklist.takesPart(actor));
        last.remember(query, request, response);
        return new ModelAndView(
                "procedure/worklist/inbox",
                "page",
                new InboxPage(
                        worklist.takesPart(actor),
                        worklist.seesAreas(actor),
                        query,
                        worklist.list(actor, query),
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
    void export(@ModelAttribute ListAddress asked, Actor actor, Language language, HttpServletResponse response)
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
            worklist.export(
                    actor,
                    asked.query(policies.current(), !worklist.takesPart(actor)).fromTheStart(),
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
