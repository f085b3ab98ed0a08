package org.zhongchuang.government.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.Act;
import org.zhongchuang.ground.audit.Act.Group;
import org.zhongchuang.ground.audit.Acts;
import org.zhongchuang.ground.audit.ActsOnRecord;
import org.zhongchuang.ground.audit.ActsOnRecord.Question;
import org.zhongchuang.ground.audit.Coded.Changed;
import org.zhongchuang.ground.audit.InWords;
import org.zhongchuang.ground.audit.RecordedAct;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.Source;
import org.zhongchuang.ground.audit.Trees;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Problem;

/**
 * The record of acts. Auditors read all of it; administrators what concerns accounts and refusals, because they run the
 * doors and not the business.
 */
@Controller
public class AuditPages {

    private static final int PAGE = 50;

    /** More rows than a person reads; whoever needs more asks for fewer days at a time. */
    private static final int MOST_EXPORTED = 10_000;

    private static final Text NOTHING = Text.of("", "");
    private static final Text NO_DAY = Text.of("请把日期写成 2017-07-01 的样子。", "Write the day such as 2017-07-01.");
    private static final Text BACKWARDS =
            Text.of("结束日期早于开始日期，请核对。", "The last day is before the first; check the two.");

    private static final Set<Group> ADMINISTRATORS =
            EnumSet.of(Group.SIGN_IN, Group.ACCOUNT, Group.REFUSAL, Group.SYSTEM);

    private final ActsOnRecord record;
    private final RecordedActs log;
    private final Trees trees;
    private final Source source;
    private final InWords words;
    private final Offices offices;

    AuditPages(ActsOnRecord record, RecordedActs log, Trees trees, Source source, InWords words, Offices offices) {
        this.offices = offices;
        this.record = record;
        this.log = log;
        this.trees = trees;
        this.source = source;
        this.words = words;
    }

    /**
     * A page of the record.
     *
     * @param asked the filters as they stand in the address; an id is shown as the name of what it means
     * @param mistakes what is wrong with a filter
     * @param next the address of what is older, empty at the end
     */
    public record AuditPage(
            Map<String, String> asked,
            List<Row> rows,
            Map<String, Text> mistakes,
            Set<Group> groups,
            String query,
            String next) {

        public String asked(String filter) {
            return asked.getOrDefault(filter, "");
        }

        /** The acts of one group to choose from. */
        public List<Act> choices(Group group) {
            return Acts.all().stream().filter(act -> act.group() == group).toList();
        }
    }

    /** One row as it is read; the sealed one keeps its codes. */
    public record Row(RecordedAct act, Text thing, Text detail, Optional<Changed> changed) {}

    /** One row with its proof. */
    public record ActPage(Row row, Optional<Trees.Inclusion> proof) {}

    @GetMapping("/audit")
    @InMenu(
            value = Section.OVERSIGHT,
            zh = "操作记录",
            en = "Record of acts",
            icon = "list-check",
            place = 30,
            often = {Role.AUDITOR},
            under = "/log")
    @Only({Role.AUDITOR, Role.ADMINISTRATOR})
    ModelAndView show(@RequestParam Map<String, String> asked, Actor actor) {
        var after = asked.getOrDefault("after", "").matches("[0-9]{1,18}") ? Long.parseLong(asked.get("after")) : 0;
        var mistakes = mistakes(asked);
        var found = mistakes.isEmpty() ? record.page(question(asked, actor), after, PAGE + 1) : List.<RecordedAct>of();
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        var query = query(asked);
        var next = found.size() > PAGE
                ? query + (query.isEmpty() ? "" : "&") + "after="
                        + shown.getLast().number()
                : "";
        var said = new HashMap<>(asked);
        said.computeIfPresent(
                "thing",
                (_, typed) -> Typed.id(typed)
                        .filter(_ -> actor.role() == Role.AUDITOR)
                        .flatMap(id -> words.nameOf(id.toString()))
                        .orElse(typed));
        return new ModelAndView(
                "government/inspection/audit",
                "page",
                new AuditPage(said, rows(shown), mistakes, groups(actor), query, next));
    }

    @GetMapping("/audit.xlsx")
    @Only({Role.AUDITOR, Role.ADMINISTRATOR})
    void export(@RequestParam Map<String, String> asked, Actor actor, Language language, HttpServletResponse response)
            throws IOException {
        if (!mistakes(asked).isEmpty()) {
            // The page says what is wrong with what was asked; a file of something else helps nobody.
            response.sendRedirect("/audit?" + query(asked));
            return;
        }
        var columns = List.of(
                Text.of("编号", "Number"),
                Text.of("时间", "Time"),
                Text.of("姓名", "Name"),
                Text.of("账号", "Account"),
                Text.of("身份", "Role"),
                Text.of("单位", "Unit"),
                Text.of("事项", "Matter"),
                Text.of("代码", "Code"),
                Text.of("对象", "Subject"),
                Text.of("说明", "Detail"),
                Text.of("原来", "Old"),
                Text.of("改为", "New"),
                Text.of("来源", "Source"),
                Text.of("次数", "Times"),
                Text.of("封存位置", "Place in the seal"));
        try (var sheet = Spreadsheet.to(response, language, "audit.xlsx", Text.of("操作记录", "Acts"), columns)) {
            for (var row : rows(record.page(question(asked, actor), 0, MOST_EXPORTED))) {
                var one = row.act();
                sheet.add(
                        Spreadsheet.number(one.number()),
                        Spreadsheet.moment(LocalDateTime.ofInstant(one.at(), ZoneId.of("Asia/Shanghai"))
                                .truncatedTo(ChronoUnit.SECONDS)),
                        Spreadsheet.text(one.name()),
                        Spreadsheet.text(one.login()),
                        Spreadsheet.text(one.role()
                                .map(role -> sheet.say(offices.name(role)))
                                .orElse("")),
                        Spreadsheet.text(one.unit()),
                        sheet.words(one.words()),
                        Spreadsheet.text(one.act()),
                        sheet.words(row.thing()),
                        sheet.words(row.detail()),
                        sheet.words(row.changed().map(Changed::before).orElse(NOTHING)),
                        sheet.words(row.changed().map(Changed::after).orElse(NOTHING)),
                        Spreadsheet.text(one.source()),
                        Spreadsheet.number(one.times()),
                        one.place().map(Spreadsheet::number).orElse(Spreadsheet.text("")));
            }
        }
    }

    @GetMapping("/audit/{number}")
    @Common("The record of acts is of the whole city; the page keeps each reader to their groups of acts.")
    @Only({Role.AUDITOR, Role.ADMINISTRATOR})
    ModelAndView one(@PathVariable String number, Actor actor) {
        var act = find(number, actor);
        return new ModelAndView(
                "government/inspection/act",
                "page",
                new ActPage(rows(List.of(act)).getFirst(), trees.inclusion(log, act.number())));
    }

    @GetMapping("/audit/{number}/proof.json")
    @Common("The record of acts is of the whole city; the page keeps each reader to their groups of acts.")
    @Only({Role.AUDITOR, Role.ADMINISTRATOR})
    ResponseEntity<Trees.Inclusion> proof(@PathVariable String number, Actor actor) {
        var proof = trees.inclusion(log, find(number, actor).number())
                .orElseThrow(() -> Problem.noSuchThing("proof of act " + number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=audit-%s.json".formatted(number))
                .body(proof);
    }

    /** Days that cannot be read, or that end before they begin, at their fields. */
    private static Map<String, Text> mistakes(Map<String, String> asked) {
        var mistakes = new HashMap<String, Text>();
        for (var field : List.of("from", "to")) {
            if (!Typed.isDayOrNone(asked.getOrDefault(field, ""))) {
                mistakes.put(field, NO_DAY);
            }
        }
        var from = Typed.day(asked.getOrDefault("from", ""));
        var to = Typed.day(asked.getOrDefault("to", ""));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            mistakes.put("to", BACKWARDS);
        }
        return mistakes;
    }

    private List<Row> rows(List<RecordedAct> acts) {
        var said = words.say(acts);
        return IntStream.range(0, acts.size())
                .mapToObj(at -> new Row(
                        acts.get(at),
                        said.get(at).thing(),
                        said.get(at).detail(),
                        said.get(at).changed()))
                .toList();
    }

    private RecordedAct find(String number, Actor actor) {
        return Optional.of(number)
                .filter(typed -> typed.matches("[0-9]{1,18}"))
                .flatMap(typed -> record.find(Long.parseLong(typed), groups(actor)))
                .orElseThrow(() -> Problem.noSuchThing("act " + number));
    }

    private Question question(Map<String, String> asked, Actor actor) {
        var address = asked.getOrDefault("address", "").strip();
        var mark = asked.getOrDefault("source", "").strip();
        return new Question(
                asked.getOrDefault("person", "").strip(),
                asked.getOrDefault("act", "").strip(),
                Typed.choice(Group.class, asked.getOrDefault("group", "")),
                asked.getOrDefault("thing", "").strip(),
                asked.getOrDefault("unit", "").strip(),
                address.isEmpty() ? mark : source.markOf(address),
                Typed.day(asked.getOrDefault("from", "")),
                Typed.day(asked.getOrDefault("to", "")),
                groups(actor));
    }

    private static Set<Group> groups(Actor actor) {
        return actor.role() == Role.AUDITOR ? EnumSet.allOf(Group.class) : ADMINISTRATORS;
    }

    /** The filters, as they stand in an address, without the place in the list. */
    private static String query(Map<String, String> asked) {
        var address = UriComponentsBuilder.newInstance();
        asked.forEach((filter, value) -> {
            if (!filter.equals("after") && !value.isBlank()) {
                address.queryParam(filter, "{" + filter + "}");
            }
        });
        var query = address.encode().buildAndExpand(asked).toUri().getRawQuery();
        return query == null ? "" : query;
    }
}
