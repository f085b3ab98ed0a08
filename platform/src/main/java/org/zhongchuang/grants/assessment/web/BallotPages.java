package org.zhongchuang.grants.assessment.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.grants.assessment.ScoreSpace.Seat;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.grants.panel.BallotDrafts;
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

    /** How the fields of scores begin. */
    private static final String SCORE = "score-";

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
    public record SeatsPage(List<Round> rounds, Map<Integer, List<Seat>> seats, boolean left) {}

    /** How a ballot is shown: to be filled in, kept as a draft just now, or once more before it is cast. */
    public enum View {
        FILLING,
        KEPT,
        LOOKING_OVER
    }

    /** A ballot, with what the records say. */
    public record BallotPage(
            Round round,
            Seat seat,
            List<Indicator> indicators,
            List<Indicator> counted,
            Map<String, Text> figures,
            Map<String, String> typed,
            View view,
            UUID request,
            Assessing.@Nullable Reason refused) {

        public boolean isOpen() {
            return round.state() == Round.State.SCORING;
        }

        /** The most that the experts' indicators can bring together. */
        public int most() {
            return indicators.stream().mapToInt(Indicator::points).sum();
        }

        public String comment() {
            return typed.getOrDefault(
                    "comment", seat.mine().map(Ballot::comment).orElse(""));
        }

        public String value(Indicator indicator) {
            return typed.getOrDefault(
                    SCORE + indicator.id(),
                    seat.mine()
                            .map(ballot -> ballot.scores().get(indicator.id()))
                            .map(BigDecimal::toPlainString)
                            .orElse(""));
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
    ModelAndView seats(@RequestParam Optional<String> left, Actor actor) {
        var seats = new HashMap<Integer, List<Seat>>();
        var all = rounds.all();
        all.forEach(round -> seats.put(round.year(), scoring.seats(actor, round)));
        var mine = all.stream()
                .filter(round -> round.state() == Round.State.SCORING
                        || !seats.getOrDefault(round.year(), List.of()).isEmpty())
                .toList();
        return new ModelAndView("grants/assessment/seats", "page", new SeatsPage(mine, seats, left.isPresent()));
    }

    @GetMapping("/ballots/{year}/{id}")
    @Concerns(
            value = Thing.SEAT,
            by = {"year", "id"})
    @Only(Role.EXPERT)
    ModelAndView ballot(
            @PathVariable String year, @PathVariable String id, @RequestParam Optional<String> kept, Actor actor) {
        var round = round(year);
        var space = seat(round, id, actor).space().space();
        var draft = round.state() == Round.State.SCORING
                ? drafts.of(round.id(), space, actor.person())
                : Map.<String, String>of();
        return ballot(round, id, actor, draft, kept.isPresent() ? View.KEPT : View.FILLING, null);
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
                        scoring.indicators(seat.space(), round),
                        scoring.counted(seat.space(), round),
                        seat.space().figures(scoring.counted(seat.space(), round), policies.current()),
                        typed,
                        view,
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
        var scores = Ballot.read(form, SCORE).orElse(Map.of());
        if (round.state() == Round.State.SCORING && List.of("keep", "check").contains(act)) {
            drafts.keep(round.id(), space, actor.person(), ofTheBallot(form));
            return act.equals("keep")
                    ? new ModelAndView("redirect:/ballots/" + year + "/" + id + "?kept")
                    : Ballot.fits(scoring.indicators(seat.space(), round), scores)
                            ? ballot(round, id, actor, form, View.LOOKING_OVER, null)
                            : ballot(round, id, actor, form, View.FILLING, Assessing.Reason.NOT_A_SCORE);
        }
        var request = Typed.id(form.getOrDefault("request", "")).orElseGet(UUID::randomUUID);
        var comment = form.getOrDefault("comment", "");
        var done = switch (act) {
            case "recuse" -> scoring.recuse(actor, round.year(), space, comment);
            case "abstain" -> scoring.abstain(actor, round.year(), space, comment, request);
            default -> scoring.score(actor, round.year(), space, scores, comment, request);
        };
        if (done instanceof Assessing.Refused(var why)) {
            return ballot(round, id, actor, form, View.FILLING, why);
        }
        drafts.drop(round.id(), space, actor.person());
        return new ModelAndView(act.equals("recuse") ? "redirect:/ballots?left" : "redirect:/ballots");
    }

    /** What a form holds of the ballot, and nothing else. */
    private static Map<String, String> ofTheBallot(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(SCORE) || field.getKey().equals("comment"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Round round(String year) {
        return rounds.named(year).orElseThrow(() -> Problem.noSuchThing("assessment " + year));
    }
}
