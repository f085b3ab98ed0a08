package org.zhongchuang.money.award.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.AwardOrder;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.Awards.Query;
import org.zhongchuang.money.award.Awards.Row;
import org.zhongchuang.money.award.Projects;
import org.zhongchuang.money.award.Stops;
import org.zhongchuang.money.award.Stops.Stopped;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public register of awards: a whitelist of fields, the same as a page, as CSV and as JSON in the 360Giving shape.
 */
@Controller
public class AwardPages {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A year in which nothing was awarded: for what was typed and is no year. */
    private static final int NO_YEAR = -1;

    private final Awards awards;
    private final Projects projects;
    private final Stops stops;
    private final Policies policies;

    AwardPages(Awards awards, Projects projects, Stops stops, Policies policies) {
        this.stops = stops;
        this.awards = awards;
        this.projects = projects;
        this.policies = policies;
    }

    /** The filters as they stand in the address. */
    record Asked(
            @Nullable String q,
            @Nullable String programme,
            @Nullable String payer,
            @Nullable String year,
            @Nullable String order,
            @Nullable String after) {

        Query query() {
            var when = Objects.requireNonNullElse(year, "");
            return new Query(
                    Objects.requireNonNullElse(q, ""),
                    Objects.requireNonNullElse(programme, ""),
                    Objects.requireNonNullElse(payer, ""),
                    Typed.year(when).orElse(when.isBlank() ? 0 : NO_YEAR),
                    Typed.shown(AwardOrder.class, Objects.requireNonNullElse(order, ""), AwardOrder.NEWEST),
                    Objects.requireNonNullElse(after, ""));
        }

        /** What is wrong with the year; nothing is listed for one that cannot be read. */
        @Nullable
        Text mistake() {
            return query().year() == NO_YEAR
                    ? Text.of("请填写四位年份，例如 2017。", "Give a year of four digits, such as 2017.")
                    : null;
        }
    }

    /** The list as anybody may read it. */
    public record ListPage(
            PolicyPack pack,
            Query query,
            String year,
            @Nullable Text mistake,
            Awards.Sums total,
            List<Row> rows,
            String next,
            List<Projects.Project> projects) {

        /** The clause by which projects are arranged, if the city's document has one. */
        public @Nullable String clauseOfProjects() {
            return pack.use(Programme.Use.PROJECT)
                    .map(one -> one.clauses().getFirst())
                    .orElse(null);
        }
    }

    /** One award for the public; {@code stopped} why nothing is paid of it, for whom that concerns. */
    public record AwardPage(
            PolicyPack pack,
            Award award,
            String name,
            Award.Standing standing,
            String clause,
            boolean mayRead,
            boolean mayClaimBack,
            List<Stopped> stopped) {}

    @GetMapping("/awards")
    @InMenu(value = Section.OPENNESS, zh = "资金公开", en = "Awards", icon = "coins", place = 20)
    @Anyone
    ModelAndView list(@ModelAttribute Asked asked) {
        var query = asked.query();
        var listing = awards.list(query);
        return new ModelAndView(
                "money/award/list",
                "page",
                new ListPage(
                        policies.current(),
                        query,
                        Objects.requireNonNullElse(asked.year(), ""),
                        asked.mistake(),
                        awards.total(query),
                        listing.rows(),
                        listing.next(),
                        projects(query)));
    }

    /** The science projects that the filters let through: they are no money, and stand beside it. */
    private List<Projects.Project> projects(Query query) {
        var programme = policies.current().use(Programme.Use.PROJECT).map(Programme::id);
        var words = query.words().strip();
        return query.programme().isEmpty() || programme.equals(Optional.of(query.programme()))
                ? projects.all().stream()
                        .filter(one -> query.year() == 0 || one.decidedOn().getYear() == query.year())
                        .filter(one ->
                                query.payer().isEmpty() || one.arrangedBy().equals(query.payer()))
                        .filter(one -> words.isEmpty() || (one.name() + one.document()).contains(words))
                        .toList()
                : List.of();
    }

    @GetMapping("/awards/{number}")
    @Common("Awards are published; the page shows what is not only to whom it concerns.")
    @Anyone
    ModelAndView award(@PathVariable String number, @Nullable Actor actor) {
        var award = awards.byNumber(number)
                .or(() -> Typed.id(number, AwardId::new).flatMap(awards::find))
                .orElseThrow(() -> Problem.noSuchThing("award " + number));
        var mayRead = actor != null && awards.mayRead(actor, award);
        return new ModelAndView(
                "money/award/award",
                "page",
                new AwardPage(
                        policies.current(),
                        award,
                        awards.publicName(award),
                        awards.standing(award.id()),
                        Clause.idOf(award.clause()),
                        mayRead,
                        actor != null && awards.mayClaimBack(actor, award),
                        mayRead ? stops.of(award) : List.of()));
    }

    @GetMapping("/awards.csv")
    @Anyone
    void csv(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        try (var table = CsvTable.to(
                response,
                "awards.csv",
                List.of("编号", "受支持单位", "事项", "条款", "出资方", "年度", "金额（元）", "已到账（元）", "最近到账日期", "文号", "决定日期"))) {
            awards.export(asked.query(), row -> {
                var one = row.award();
                table.add(
                        CsvTable.text(one.number()),
                        CsvTable.text(row.publicName()),
                        CsvTable.text(policies.current()
                                .programme(one.programme())
                                .title()
                                .zh()),
                        CsvTable.text(one.clause()),
                        CsvTable.text(
                                policies.current().area(one.payer()).name().zh()),
                        CsvTable.number(one.year()),
                        CsvTable.sum(one.fen()),
                        CsvTable.sum(row.paid()),
                        CsvTable.text(row.paidOn().map(LocalDate::toString).orElse("尚未到账")),
                        CsvTable.text(one.document()),
                        CsvTable.text(one.decidedOn().toString()));
            });
        }
    }

    /** Each award with the fields that the 360Giving Data Standard asks for. */
    @GetMapping("/awards.json")
    @Anyone
    void json(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        var grants = new ArrayList<Map<String, Object>>();
        awards.export(asked.query(), row -> grants.add(grant(row)));
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("grants", grants))
                        .getBytes(UTF_8));
    }

    private Map<String, Object> grant(Row row) {
        var award = row.award();
        var programme = policies.current().programme(award.programme());
        var payer = policies.current().area(award.payer());
        var grant = new LinkedHashMap<String, Object>();
        grant.put("id", "360G-zhongchuang-" + award.number());
        grant.put("title", programme.title().zh());
        grant.put(
                "description",
                Optional.of(award.occasion().zh())
                        .filter(one -> one.length() > 1)
                        .orElse(programme.purpose().zh()));
        grant.put("currency", "CNY");
        grant.put("amountAwarded", award.fen().toYuan());
        grant.put("awardDate", award.decidedOn() + "T00:00:00+08:00");
        if (row.isPerson()) {
            // Of this award only: nothing tells whether two awards went to one person.
            grant.put(
                    "recipientIndividual",
                    Map.of("id", "zhongchuang-recipient-" + award.number(), "name", row.publicName()));
        } else {
            grant.put(
                    "recipientOrganization",
                    List.of(Map.of("id", "zhongchuang-" + award.organisation(), "name", row.publicName())));
        }
        grant.put(
                "fundingOrganization",
                List.of(Map.of(
                        "id",
                        "zhongchuang-treasury-" + payer.code(),
                        "name",
                        payer.name().zh() + "财政")));
        grant.put(
                "grantProgramme",
                List.of(Map.of(
                        "code",
                        award.programme(),
                        "title",
                        award.clause() + " " + programme.title().zh())));
        return grant;
    }
}
