package org.zhongchuang.grants.assessment.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Appeals;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.PublishAssessment;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.RunAssessment;
import org.zhongchuang.grants.assessment.SilentExperts;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SpaceKind;

/** Assessments as officers run them, as the assessed and the public read them. */
@Controller
public class AssessmentPages {

    private final Rounds rounds;
    private final RunAssessment running;
    private final PublishAssessment publishing;
    private final Appeals appeals;
    private final Policies policies;
    private final SilentExperts silent;

    AssessmentPages(
            Rounds rounds,
            RunAssessment running,
            PublishAssessment publishing,
            Appeals appeals,
            Policies policies,
            SilentExperts silent) {
        this.rounds = rounds;
        this.running = running;
        this.publishing = publishing;
        this.appeals = appeals;
        this.policies = policies;
        this.silent = silent;
    }

    /** All assessments a reader may know of, and the year that could be opened next. */
    public record ListPage(
            PolicyPack pack,
            String show,
            List<Round> rounds,
            Map<Integer, List<Appeals.Appeal>> appeals,
            int next,
            Assessing.@Nullable Reason refused) {}

    /** One assessment: one kind of space, a page of places; and for officers how far it has come. */
    public record RoundPage(
            Round round,
            SpaceKind kind,
            List<SpaceKind> kinds,
            String area,
            int page,
            List<Assessed> entries,
            PolicyPack pack,
            boolean insider,
            Map<String, Long> progress,
            List<SilentExperts.Silent> silent,
            PublishAssessment.@Nullable Preview preview,
            List<Appeals.Appeal> appeals,
            List<Assessed> mine,
            boolean intact,
            Assessing.@Nullable Reason refused) {

        /** What an indicator is called. */
        public Text indicator(String id) {
            return pack.indicators().stream()
                    .flatMap(set -> set.indicators().stream())
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .label();
        }
    }

    @GetMapping("/assessments")
    @InMenu(value = Section.RESULTS, zh = "年度考评", en = "Assessment", icon = "star", place = 20)
    @Anyone
    ModelAndView list(@RequestParam(defaultValue = "") String show, @Nullable Actor actor) {
        return list(show, actor, null);
    }

    private ModelAndView list(String show, @Nullable Actor actor, Assessing.@Nullable Reason refused) {
        var known = rounds.all().stream()
                .filter(round -> actor != null || round.state().isPublic())
                .toList();
        var asked = show.equals("appeals") && actor != null && rounds.runs(actor);
        var open = known.stream()
                .filter(round -> asked && round.state() == Round.State.NOTICE)
                .collect(Collectors.toMap(Round::year, appeals::of));
        return new ModelAndView(
                "grants/assessment/list",
                "page",
                new ListPage(policies.current(), show, known, open, rounds.lastYear(), refused));
    }

    @PostMapping("/assessments")
    @Only(Role.CITY_OFFICER)
    ModelAndView open(@RequestParam(defaultValue = "0") int year, Actor actor) {
        return running.open(actor, year < 2015 || year > 2100 ? 2100 : year) instanceof Assessing.Refused(var why)
                ? list("", actor, why)
                : new ModelAndView("redirect:/assessments/" + year);
    }

    @GetMapping("/assessments/{year}")
    @Common("A yearly assessment is of the whole city; the page shows each reader their part.")
    @Anyone
    ModelAndView round(
            @PathVariable String year,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "0") int page,
            @Nullable Actor actor) {
        return round(year, kind, area, page, actor, null);
    }

    private ModelAndView round(
            String year,
            String kind,
            String area,
            int page,
            @Nullable Actor actor,
            Assessing.@Nullable Reason refused) {
        var round = find(year);
        var city = actor != null && rounds.watches(actor);
        var county = actor == null ? "" : rounds.seen(actor).area();
        var early = !county.isEmpty() && !round.state().isPublic();
        var insider = city || early;
        if (!round.state().isPublic() && actor == null) {
            throw Problem.noSuchThing("assessment " + year);
        }
        var kinds = running.kinds(round);
        var which = kinds.stream()
                .filter(one -> one.word().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> first(kinds, round.year()));
        // A county's officers see their county, until everybody may see all.
        var scope = early ? county : area;
        var ranked = round.state() != Round.State.OPEN && round.state() != Round.State.SCORING;
        return new ModelAndView(
                "grants/assessment/round",
                "page",
                new RoundPage(
                        round,
                        which,
                        kinds,
                        scope,
                        Math.max(page, 0),
                        insider || round.state().isPublic() ? rounds.page(round.id(), which, scope, page) : List.of(),
                        policies.current(),
                        insider,
                        city ? rounds.progress(round.id()) : Map.of(),
                        city && round.state() == Round.State.SCORING ? silent.of(round) : List.of(),
                        city && ranked ? publishing.preview(round) : null,
                        city ? appeals.of(round) : List.of(),
                        actor != null ? rounds.ofOperator(round.id(), actor.organisation()) : List.of(),
                        round.state() != Round.State.PUBLISHED || rounds.isIntact(round.year()),
                        refused));
    }

    /** The first that has indicators for that year. */
    private SpaceKind first(List<SpaceKind> kinds, int year) {
        return kinds.stream()
                .filter(one ->
                        policies.current().indicatorsFor(one.word(), year).isPresent())
                .findFirst()
                .orElse(kinds.getFirst());
    }

    @PostMapping("/assessments/{year}")
    @Concerns(
            value = Thing.ROUND,
            deed = {Deed.HANDLE, Deed.SETTLE},
            by = "year",
            parts = "expert")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER})
    ModelAndView move(
            @PathVariable String year,
            @Act({"score", "replace", "rank", "notify", "publish"}) String act,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String expert,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var which = find(year).year();
        var done = switch (act) {
            case "score" -> running.score(actor, which);
            case "replace" ->
                silent.replace(
                        actor, which, Typed.id(expert, PersonId::new).orElse(new PersonId(new UUID(0, 0))), reason);
            case "rank" -> running.rank(actor, which);
            case "notify" -> running.notify(actor, which);
            case "publish" -> publishing.publish(actor, which, document);
            default -> new Assessing.Refused(Assessing.Reason.NOT_NOW);
        };
        return done instanceof Assessing.Refused(var why)
                ? round(year, "", "", 0, actor, why)
                : new ModelAndView("redirect:/assessments/" + which);
    }

    private Round find(String year) {
        return rounds.named(year).orElseThrow(() -> Problem.noSuchThing("assessment " + year));
    }
}
