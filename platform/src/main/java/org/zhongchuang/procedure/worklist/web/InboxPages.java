package org.zhongchuang.procedure.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.worklist.HandOut;
import org.zhongchuang.procedure.worklist.HandOut.Outcome;
import org.zhongchuang.procedure.worklist.LastList;
import org.zhongchuang.procedure.worklist.ListAddress;
import org.zhongchuang.procedure.worklist.Listed;
import org.zhongchuang.procedure.worklist.Order;
import org.zhongchuang.procedure.worklist.Order.By;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;
import org.zhongchuang.procedure.worklist.Worklist.Columns;
import org.zhongchuang.procedure.worklist.Worklist.Listing;

/** The list of cases that somebody may see, with its filters, and the same as a table to take along. */
@Controller
public class InboxPages {

    private final Worklist worklist;
    private final HandOut handOut;
    private final Policies policies;
    private final LastList last;

    InboxPages(Worklist worklist, HandOut handOut, Policies policies, LastList last) {
        this.worklist = worklist;
        this.handOut = handOut;
        this.policies = policies;
        this.last = last;
    }

    /**
     * The list of cases with its filters.
     *
     * @param isOfApplicant whether the reader sees what they have filed themselves
     * @param colleagues those to whom the reader may give cases
     * @param mayAssign the numbers of the cases of which the reader says who handles them
     * @param outcome what came of handing several out, if this answers that
     */
    public record InboxPage(
            Columns columns,
            boolean takesPart,
            boolean isOfApplicant,
            Query query,
            Listing listing,
            PolicyPack pack,
            List<Actor> colleagues,
            Set<String> mayAssign,
            @Nullable Outcome outcome) {

        /** The steps to choose from, by their ids. */
        public Map<String, Text> steps() {
            return ListAddress.steps(pack);
        }

        /** The programmes to choose from: those with a procedure. */
        public List<Programme> programmes() {
            return pack.programmes().values().stream()
                    .filter(one -> one.procedure().isPresent())
                    .toList();
        }

        /** The orders to choose from, each both ways, but by what the reader has no column of. */
        public List<Order> orders() {
            return Stream.of(By.values())
                    .filter(by -> by != By.AREA || columns.areas())
                    .filter(by -> by != By.HANDLER || columns.handlers())
                    .filter(by -> isOfApplicant || !by.isOfApplicant())
                    .flatMap(by -> Stream.of(new Order(by, false), new Order(by, true)))
                    .filter(order -> !order.by().isOfApplicant() || !order.down())
                    .toList();
        }

        public ListAddress address() {
            return ListAddress.of(query);
        }

        /** The address of the first page. */
        public ListAddress first() {
            return ListAddress.of(query.fromTheStart());
        }

        /** The address of the next page. */
        public ListAddress next() {
            return ListAddress.of(query.after(listing.next()));
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
        var query = asked.query(policies.current(), worklist.opening(actor));
        last.remember(query.fromTheStart(), request, response);
        return page(actor, query, null);
    }

    /** The list, and above it what came of handing several cases out. */
    ModelAndView page(Actor actor, ListAddress asked, Outcome outcome) {
        return page(actor, asked.query(policies.current(), worklist.opening(actor)), outcome);
    }

    private ModelAndView page(Actor actor, Query asked, @Nullable Outcome outcome) {
        var query = worklist.open(actor, asked);
        var listing = worklist.list(actor, query);
        var page = new ModelAndView(
                "procedure/worklist/inbox",
                "page",
                new InboxPage(
                        worklist.columns(actor),
                        worklist.takesPart(actor),
                        worklist.writes(actor),
                        query,
                        listing,
                        policies.current(),
                        handOut.colleagues(actor),
                        listing.rows().stream()
                                .map(Listed::file)
                                .filter(file -> handOut.mayAssign(actor, file))
                                .map(CaseFile::caseNumber)
                                .collect(Collectors.toSet()),
                        outcome));
        if (outcome != null && outcome.done().isEmpty()) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
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
        var pack = policies.current();
        var handlers = worklist.columns(actor).handlers();
        var columns = Stream.of(
                        Text.of("编号", "Number"),
                        Text.of("申报对象", "Subject"),
                        Text.of("事项", "Programme"),
                        Text.of("申报事由", "Occasion"),
                        Text.of("申报人", "Applicant"),
                        Text.of("区域", "Area"),
                        Text.of("步骤", "Step"),
                        Text.of("申报日期", "Filed on"),
                        Text.of("本步骤自", "At this step since"),
                        Text.of("期限", "Due"),
                        Text.of("承办人", "Handled by"))
                .limit(handlers ? 11 : 10)
                .toList();
        try (var sheet = Spreadsheet.to(response, language, "cases.xlsx", Text.of("申报件", "Cases"), columns)) {
            worklist.export(actor, asked.query(pack, worklist.opening(actor)).fromTheStart(), row -> {
                var file = row.file();
                var cells = Stream.of(
                        Spreadsheet.text(file.caseNumber()),
                        Spreadsheet.text(file.subjectName()),
                        sheet.words(pack.title(file.programme())),
                        file.occasion().zh().length() > 1 ? sheet.words(file.occasion()) : Spreadsheet.text(""),
                        Spreadsheet.text(file.applicantName()),
                        sheet.words(pack.area(file.area()).name()),
                        sheet.words(row.stepName(pack)),
                        Spreadsheet.day(file.filedOn()),
                        Spreadsheet.day(file.stepSince()),
                        Spreadsheet.day(file.dueOn()),
                        Spreadsheet.text(row.handler().orElse("")));
                sheet.add(cells.limit(columns.size()).toList());
            });
        }
    }
}
