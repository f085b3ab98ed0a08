package org.zhongchuang.grants.assessment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.grants.assessment.ScoreSpace.Seat;
import org.zhongchuang.grants.panel.BallotDrafts;
import org.zhongchuang.grants.panel.BallotForm;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** An expert's spaces in an assessment, and the ballot on each. */
@Controller
public class BallotPages {

    private final ScoreSpace scoring;
    private final Rounds rounds;
    private final Policies policies;
    private final BallotDrafts drafts;

    BallotPages(ScoreSpace scoring, Rounds rounds, Policies policies, BallotDrafts drafts) {
        this.drafts = drafts;
        this.scoring = scoring;
        this.rounds = rounds;
        this.policies = policies;
    }

    /** The spaces drawn for an expert in each round; {@code left} an act just done: a seat was left. */
    public record SeatsPage(
            List<Round> rounds, Map<Integer, List<Seat>> seats, PolicyPack pack, boolean open, boolean left) {}

    /** How a ballot is shown: to be filled in, kept as a draft just now, once more before it is cast, or just cast. */
    public enum View {
        FILLING,
        KEPT,
        LOOKING_OVER,
        CAST
    }

    /** A ballot, with what the records say; {@code left} what its expert has still to score. */
    public record BallotPage(
            Round round,
            Seat seat,
            BallotForm form,
            List<Indicator> counted,
            Map<String, Text> figures,
            View view,
            List<Seat> left,
            UUID request,
            Assessing.@Nullable Reason refused) {

        public boolean isOpen() {
            return round.state() == Round.State.SCORING;
        }

        /** What is wrong with a score, once it is looked over. */
        public @Nullable Text wrong(Indicator indicator) {
            return refused == Assessing.Reason.NOT_A_SCORE
                    ? form.wrong(indicator).orElse(null)
                    : null;
        }
    }

    @GetMapping("/ballots")
    @InMenu(
            value = Section.RESULTS,
            zh = "考评评分",
            en = "Scoring",
            icon = "scale",
            place = 30,
            often = {Role.EXPERT})
    @Only(Role.EXPERT)
    ModelAndView seats(@RequestParam(defaultValue = "") String show, @RequestParam Optional<String> left, Actor actor) {
        var seats = new HashMap<Integer, List<Seat>>();
        var all = rounds.all();
        all.forEach(round -> seats.put(round.year(), scoring.seats(actor, round)));
        var mine = all.stream()
                .filter(round -> round.state() == Round.State.SCORING
                        || !seats.getOrDefault(round.year(), List.of()).isEmpty())
                .toList();
        return new ModelAndView(
                "grants/assessment/seats",
                "page",
                new SeatsPage(mine, seats, policies.current(), show.equals("open"), left.isPresent()));
    }

    @GetMapping("/ballots/{year}/{id}")
    @Concerns(
            value = Thing.SEAT,
            by = {"year", "id"})
    @Only(Role.EXPERT)
    ModelAndView ballot(
            @PathVariable String year,
            @PathVariable String id,
            @RequestParam Optional<String> kept,
            @RequestParam Optional<String> cast,
            Actor actor) {
        var round = round(year);
        var seat = seat(round, id, actor);
        var space = seat.space().space();
        var draft = round.state() == Round.State.SCORING
                ? drafts.of(round.id(), space, actor.person())
                : Map.<String, String>of();
        var done = cast.isPresent() && seat.mine().isPresent() && draft.isEmpty();
        return ballot(round, id, actor, draft, done ? View.CAST : kept.isPresent() ? View.KEPT : View.FILLING, null);
    }

    private ModelAndView ballot(
            Round round,
            String id,
            Actor actor,
            Map<String, String> typed,
            View view,
            Assessing.@Nullable Reason refused) {
        var seat = seat(round, id, actor);
        return new ModelAndView(
                "grants/assessment/ballot",
                "page",
                new BallotPage(
                        round,
                        seat,
                        new BallotForm(scoring.indicators(seat.space(), round), typed, seat.mine()),
                        scoring.counted(seat.space(), round),
                        seat.space().figures(scoring.counted(seat.space(), round), policies.current()),
                        view,
                        view == View.CAST
                                ? scoring.seats(actor, round).stream()
                                        .filter(one -> one.mine().isEmpty())
                                        .toList()
                                : List.of(),
                        UUID.randomUUID(),
                        refused));
    }

    private Seat seat(Round round, String id, Actor actor) {
        return Typed.id(id, SubjectId::new)
                .flatMap(space -> scoring.seat(actor, round, space))
                .orElseThrow(() -> Problem.noSuchThing("seat " + id));
    }

    @PostMapping("/ballots/{year}/{id}")
    @Concerns(
            value = Thing.SEAT,
            deed = Deed.HANDLE,
            by = {"year", "id"})
    @Only(Role.EXPERT)
    ModelAndView cast(
            @PathVariable String year,
            @PathVariable String id,
            @Act({"keep", "check", "score", "abstain", "recuse"}) String act,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var round = round(year);
        var seat = seat(round, id, actor);
        var space = seat.space().space();
        var filled = new BallotForm(scoring.indicators(seat.space(), round), form, seat.mine());
        if (round.state() == Round.State.SCORING && List.of("keep", "check").contains(act)) {
            drafts.keep(round.id(), space, actor.person(), filled.kept());
            return act.equals("keep")
                    ? new ModelAndView("redirect:/ballots/" + year + "/" + id + "?kept")
                    : filled.isWhole()
                            ? ballot(round, id, actor, form, View.LOOKING_OVER, null)
                            : ballot(round, id, actor, form, View.FILLING, Assessing.Reason.NOT_A_SCORE);
        }
        var request = Typed.id(form.getOrDefault("request", "")).orElseGet(UUID::randomUUID);
        var comment = form.getOrDefault("comment", "");
        var done = switch (act) {
            case "recuse" -> scoring.recuse(actor, round.year(), space, comment);
            case "abstain" -> scoring.abstain(actor, round.year(), space, comment, request);
            default -> scoring.score(actor, round.year(), space, filled.scores(), comment, request);
        };
        if (done instanceof Assessing.Refused(var why)) {
            return ballot(round, id, actor, form, View.FILLING, why);
        }
        drafts.drop(round.id(), space, actor.person());
        return new ModelAndView(
                act.equals("recuse") ? "redirect:/ballots?left" : "redirect:/ballots/" + year + "/" + id + "?cast");
    }

    private Round round(String year) {
        return rounds.named(year).orElseThrow(() -> Problem.noSuchThing("assessment " + year));
    }
}
