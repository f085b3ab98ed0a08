package org.zhongchuang.grants.assessment.web;

import java.math.BigDecimal;
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
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.grants.assessment.ScoreSpace.Seat;
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

    BallotPages(ScoreSpace scoring, Rounds rounds, Policies policies) {
        this.scoring = scoring;
        this.rounds = rounds;
        this.policies = policies;
    }

    /** The spaces drawn for an expert in each round; {@code left} an act just done: a seat was left. */
    public record SeatsPage(List<Round> rounds, Map<Integer, List<Seat>> seats, boolean left) {}

    /** A ballot, with what the records say. */
    public record BallotPage(
            Round round,
            Seat seat,
            List<Indicator> indicators,
            List<Indicator> counted,
            Map<String, Text> figures,
            Map<String, String> typed,
            UUID request,
            Assessing.@Nullable Reason refused) {

        public boolean isOpen() {
            return round.state() == Round.State.SCORING;
        }

        /** The most that the experts' indicators can bring together. */
        public int most() {
            return indicators.stream().mapToInt(Indicator::points).sum();
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
    ModelAndView ballot(@PathVariable String year, @PathVariable String id, Actor actor) {
        return ballot(year, id, actor, Map.of(), null);
    }

    private ModelAndView ballot(
            String year, String id, Actor actor, Map<String, String> typed, Assessing.@Nullable Reason refused) {
        var round = round(year);
        var seat = Typed.id(id, SubjectId::new)
                .flatMap(space -> scoring.seat(actor, round, space))
                .orElseThrow(() -> Problem.noSuchThing("seat " + id));
        return new ModelAndView(
                "grants/assessment/ballot",
                "page",
                new BallotPage(
                        round,
                        seat,
                        scoring.indicators(seat.space(), round),
                        scoring.counted(seat.space(), round),
                        figures(seat, scoring.counted(seat.space(), round)),
                        typed,
                        UUID.randomUUID(),
                        refused));
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
            @Act({"score", "abstain", "recuse"}) String act,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var round = round(year);
        var space = Typed.id(id, SubjectId::new).orElse(new SubjectId(new UUID(0, 0)));
        var request = Typed.id(form.getOrDefault("request", "")).orElseGet(UUID::randomUUID);
        var comment = form.getOrDefault("comment", "");
        var done = switch (act) {
            case "recuse" -> scoring.recuse(actor, round.year(), space, comment);
            case "abstain" -> scoring.abstain(actor, round.year(), space, comment, request);
            default -> {
                var scores = scores(form);
                yield scores.isEmpty()
                        ? new Assessing.Refused(Assessing.Reason.NOT_A_SCORE)
                        : scoring.score(actor, round.year(), space, scores.get(), comment, request);
            }
        };
        return done instanceof Assessing.Refused(var why)
                ? ballot(year, id, actor, form, why)
                : new ModelAndView(act.equals("recuse") ? "redirect:/ballots?left" : "redirect:/ballots");
    }

    /** What was counted for each indicator, in its unit. */
    private Map<String, Text> figures(Seat seat, List<Indicator> counted) {
        var figures = new HashMap<String, Text>();
        for (var indicator : counted) {
            var points = seat.space().points().get(indicator.id());
            var statistic = Optional.ofNullable(indicator.statistic())
                    .flatMap(one -> policies.current().statistic(one));
            if (points != null && points.figure() != null && statistic.isPresent()) {
                figures.put(
                        indicator.id(),
                        Shown.of(
                                new FactValue.Quantity(points.figure()),
                                statistic.get().unit()));
            }
        }
        return figures;
    }

    /** What stands in the fields that are scores; empty when one of them is no number. */
    private static Optional<Map<String, BigDecimal>> scores(Map<String, String> form) {
        var scores = new HashMap<String, BigDecimal>();
        for (var field : form.entrySet()) {
            if (field.getKey().startsWith(SCORE)) {
                if (!field.getValue().strip().matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                    return Optional.empty();
                }
                scores.put(
                        field.getKey().substring(SCORE.length()),
                        new BigDecimal(field.getValue().strip()));
            }
        }
        return Optional.of(scores);
    }

    private Round round(String year) {
        return rounds.named(year).orElseThrow(() -> Problem.noSuchThing("assessment " + year));
    }
}
