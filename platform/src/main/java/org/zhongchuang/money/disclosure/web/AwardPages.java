package org.zhongchuang.money.disclosure.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.kernel.Typed;
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
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Ledger;

/** The public register of awards, and one award with the clause behind it, its decision and its payments. */
@Controller
public class AwardPages {

    /** A year in which nothing was awarded: for what was typed and is no year. */
    private static final int NO_YEAR = -1;

    private final Awards awards;
    private final Projects projects;
    private final Stops stops;
    private final Ledger ledger;
    private final Policies policies;

    AwardPages(Awards awards, Projects projects, Stops stops, Ledger ledger, Policies policies) {
        this.ledger = ledger;
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

    /** The list as anybody may read it; {@code years} are those to choose from where it is empty. */
    public record ListPage(
            PolicyPack pack,
            Query query,
            String year,
            @Nullable Text mistake,
            Awards.Sums total,
            List<Row> rows,
            String next,
            List<Integer> years,
            List<Projects.Project> projects) {

        /** The clause by which projects are arranged, if the city's document has one. */
        public @Nullable String clauseOfProjects() {
            return pack.use(Programme.Use.PROJECT)
                    .map(one -> one.clauses().getFirst())
                    .orElse(null);
        }
    }

    /**
     * One award for the public.
     *
     * @param moved what arrived of it and what came back, day by day
     * @param stopped why nothing is paid of it, for whom that concerns
     */
    public record AwardPage(
            PolicyPack pack,
            Award award,
            String name,
            Award.Standing standing,
            List<Award.Instalment> instalments,
            List<Ledger.Line> moved,
            boolean mayRead,
            boolean mayClaimBack,
            List<Stopped> stopped) {

        public String clause() {
            return Clause.idOf(award.clause());
        }

        /** What is paid only when something agreed has come about. */
        public Fen waiting() {
            return Fen.sum(instalments.stream().filter(one -> !one.isRipe()).map(Award.Instalment::fen));
        }

        /** How far it has come, in a word. */
        public Text state() {
            if (standing.paid().equals(award.fen())) {
                return Text.of("已全部到账", "Paid in full");
            }
            if (standing.paid().isPositive()) {
                return Text.of("部分到账", "Paid in part");
            }
            if (standing.payable().isPositive()) {
                return Text.of("已送银行，尚未到账", "Sent to the bank, not arrived yet");
            }
            return standing.committed().isPositive()
                    ? Text.of("尚未支付", "Not paid yet")
                    : Text.of("不再支付", "Not to be paid any more");
        }
    }

    @GetMapping("/awards")
    @InMenu(value = Section.OPENNESS, zh = "资金公开", en = "Awards", icon = "coins", place = 20)
    @Anyone
    ModelAndView list(@ModelAttribute Asked asked) {
        var query = asked.query();
        var listing = awards.list(query);
        return new ModelAndView(
                "money/disclosure/list",
                "page",
                new ListPage(
                        policies.current(),
                        query,
                        Objects.requireNonNullElse(asked.year(), ""),
                        asked.mistake(),
                        awards.total(query),
                        listing.rows(),
                        listing.next(),
                        listing.rows().isEmpty() ? awards.years() : List.of(),
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
                "money/disclosure/award",
                "page",
                new AwardPage(
                        policies.current(),
                        award,
                        awards.publicName(award),
                        awards.standing(award.id()),
                        awards.instalments(award.id()),
                        ledger.ofAward(award.id().value(), Account.Kind.PAID, Account.Kind.RETURNED),
                        mayRead,
                        actor != null && awards.mayClaimBack(actor, award),
                        mayRead ? stops.of(award) : List.of()));
    }
}
