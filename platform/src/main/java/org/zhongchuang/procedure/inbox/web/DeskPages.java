package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
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
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.inbox.Cases.Listing;
import org.zhongchuang.procedure.inbox.Cases.Query;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** A person's desk: what waits for them, what is due, what they can get; and the list of cases behind it. */
@Controller
public class DeskPages {

    /** What has a day comes first, the nearest before the others; what is only good to know last. */
    private static final Comparator<DeskCard> URGENT_FIRST = Comparator.comparing(DeskCard::kind)
            .thenComparing(card -> card.pile().first().orElse(LocalDate.MAX))
            .thenComparing(DeskCard::address);

    private final Cases cases;
    private final Spaces spaces;
    private final Policies policies;
    private final List<DeskCards> modules;
    private final Clock clock;

    DeskPages(Cases cases, Spaces spaces, Policies policies, List<DeskCards> modules, Clock clock) {
        this.modules = modules;
        this.cases = cases;
        this.spaces = spaces;
        this.policies = policies;
        this.clock = clock;
    }

    /** The desk of an operator. */
    public record OperatorDesk(
            Actor actor,
            List<DeskCard> cards,
            List<Space> spaces,
            List<CaseFile> cases,
            List<Item> items,
            PolicyPack pack) {}

    /** The desk of anybody else. */
    public record OfficeDesk(
            Actor actor,
            List<DeskCard> cards,
            boolean hasCases,
            List<CaseFile> first,
            List<Item> items,
            PolicyPack pack,
            LocalDate today) {}

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

    @GetMapping("/desk")
    @InMenu(value = Section.WORK, zh = "我的工作台", en = "My desk", icon = "layout-dashboard", place = 10)
    @Only
    ModelAndView desk(Actor actor) {
        var pack = policies.current();
        var items = pack.items().stream()
                .filter(item -> item.actors().contains(actor.role().audience()))
                .toList();
        var cards = modules.stream()
                .flatMap(module -> module.cardsFor(actor))
                .sorted(URGENT_FIRST)
                .toList();
        if (actor.isApplicant()) {
            var page = new OperatorDesk(
                    actor,
                    cards,
                    spaces.ofOperator(actor.organisation()),
                    cases.ofOperator(actor.organisation()),
                    items,
                    pack);
            return new ModelAndView("procedure/inbox/operator", "page", page);
        }
        var has = cases.sees(actor);
        var first = has ? cases.list(actor, Query.inbox()).rows() : List.<CaseFile>of();
        return new ModelAndView(
                "procedure/inbox/office",
                "page",
                new OfficeDesk(actor, cards, has, first, items, pack, LocalDate.now(clock)));
    }

    @GetMapping("/inbox")
    @InMenu(value = Section.WORK, zh = "申报件", en = "Cases", icon = "inbox", place = 20, under = "/cases")
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
    ModelAndView inbox(@ModelAttribute Asked asked, Actor actor) {
        var query = asked.query(policies.current(), !cases.takesPart(actor));
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
                    file -> sheet.add(List.of(
                            file.caseNumber(),
                            file.subjectName(),
                            file.applicantName(),
                            sheet.say(policies.current().area(file.area()).name()),
                            sheet.say(file.stepName(policies.current())),
                            Objects.toString(file.filedOn(), ""),
                            file.stepSince().toString(),
                            Objects.toString(file.dueOn(), ""))));
        }
    }
}
