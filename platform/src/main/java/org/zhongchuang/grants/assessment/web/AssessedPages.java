package org.zhongchuang.grants.assessment.web;

import java.math.BigDecimal;
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
import org.zhongchuang.engine.IndicatorSet;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.grants.assessment.Appeals;
import org.zhongchuang.grants.assessment.Assessing;
import org.zhongchuang.grants.assessment.Consequences;
import org.zhongchuang.grants.assessment.Round;
import org.zhongchuang.grants.assessment.Rounds;
import org.zhongchuang.grants.assessment.RunAssessment;
import org.zhongchuang.grants.assessment.ScoreSpace;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** What became of one makerspace in an assessment, as its operator and officers read and contest it. */
@Controller
public class AssessedPages {

    private final Rounds rounds;
    private final RunAssessment running;
    private final Consequences consequences;
    private final Appeals appeals;
    private final ScoreSpace scoring;
    private final Policies policies;

    AssessedPages(
            Rounds rounds,
            RunAssessment running,
            Consequences consequences,
            Appeals appeals,
            ScoreSpace scoring,
            Policies policies) {
        this.rounds = rounds;
        this.running = running;
        this.consequences = consequences;
        this.appeals = appeals;
        this.scoring = scoring;
        this.policies = policies;
    }

    /** What became of one space, indicator by indicator. */
    public record SpacePage(
            Round round,
            Assessed space,
            IndicatorSet set,
            List<Ballot> ballots,
            List<Appeals.Appeal> appeals,
            Map<UUID, Appeals.Recount> recounts,
            List<Consequences.Consequence> consequences,
            boolean owner,
            boolean mayAppeal,
            PersonId reader,
            Assessing.@Nullable Reason refused) {

        public Indicator indicator(String id) {
            return set.indicators().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether the reader may agree to what another officer proposed. */
        public boolean agrees(Appeals.Appeal appeal) {
            return !appeal.proposedBy().equals(Optional.of(reader));
        }

        public String median(String indicator) {
            return round.medians().getOrDefault(set.id(), Map.of()).getOrDefault(indicator, "—");
        }
    }

    @GetMapping("/assessments/{year}/spaces/{id}")
    @Concerns(
            value = Thing.ASSESSED,
            by = {"year", "id"})
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView space(@PathVariable String year, @PathVariable String id, Actor actor) {
        return space(year, id, actor, null);
    }

    private ModelAndView space(String year, String id, Actor actor, Assessing.@Nullable Reason refused) {
        var round = find(year);
        var space = Typed.id(id, SubjectId::new)
                .filter(one -> rounds.may(actor, Deed.SEE, round.year(), one))
                .flatMap(one -> rounds.entry(round.id(), one))
                .orElseThrow(() -> Problem.noSuchThing("assessment of " + id));
        var set = policies.current().indicatorsFor(space.kind(), round.year()).orElseThrow();
        var owner = rounds.may(actor, Deed.KEEP, round.year(), space.space());
        var own = appeals.of(round).stream()
                .filter(one -> one.space().equals(space.space()))
                .toList();
        var recounts = new java.util.HashMap<UUID, Appeals.Recount>();
        if (!owner) {
            own.stream()
                    .filter(one -> one.state() == Appeals.State.OPEN)
                    .forEach(one -> appeals.recount(round, one).ifPresent(now -> recounts.put(one.id(), now)));
        }
        return new ModelAndView(
                "grants/assessment/space",
                "page",
                new SpacePage(
                        round,
                        space,
                        set,
                        // The assessed learn what experts said once grades are public; officers once scoring is over.
                        owner && !round.state().isPublic() ? List.of() : scoring.ballots(round, space.space()),
                        own,
                        recounts,
                        consequences.of(space.space()),
                        owner,
                        owner && appeals.areOpen(round),
                        actor.person(),
                        refused));
    }

    @PostMapping("/assessments/{year}/spaces/{id}/appeal")
    @Concerns(
            value = Thing.ASSESSED,
            deed = Deed.KEEP,
            by = {"year", "id"})
    @Only(Role.OPERATOR)
    ModelAndView appeal(
            @PathVariable String year,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String grounds,
            Actor actor) {
        var which = Typed.id(id, SubjectId::new).orElse(new SubjectId(new UUID(0, 0)));
        return appeals.file(actor, find(year).year(), which, indicator, grounds) instanceof Assessing.Refused(var why)
                ? space(year, id, actor, why)
                : new ModelAndView("redirect:/assessments/" + year + "/spaces/" + id);
    }

    @PostMapping("/assessments/{year}/spaces/{id}/special")
    @Concerns(
            value = Thing.ASSESSED,
            deed = Deed.KEEP,
            by = {"year", "id"})
    @Only(Role.OPERATOR)
    ModelAndView special(
            @PathVariable String year,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String special,
            Actor actor) {
        var which = Typed.id(id, SubjectId::new).orElse(new SubjectId(new UUID(0, 0)));
        return running.describe(actor, find(year).year(), which, special) instanceof Assessing.Refused(var why)
                ? space(year, id, actor, why)
                : new ModelAndView("redirect:/assessments/" + year + "/spaces/" + id);
    }

    @PostMapping("/assessments/{year}/spaces/{id}/answer")
    @Concerns(
            value = Thing.ASSESSED,
            deed = Deed.HANDLE,
            by = {"year", "id"},
            parts = "appeal")
    @Only(Role.CITY_OFFICER)
    ModelAndView answer(
            @PathVariable String year,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String appeal,
            @Act({"uphold", "reject", "agree", "return"}) String act,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reply,
            Actor actor) {
        var wanted = value.strip().matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(value.strip()))
                : Optional.<BigDecimal>empty();
        var which = Typed.id(appeal).orElse(new UUID(0, 0));
        var of = find(year).year();
        var answered = switch (act) {
            case "uphold" -> appeals.propose(actor, of, which, wanted, reply);
            case "reject" -> appeals.reject(actor, of, which, reply);
            default -> appeals.agree(actor, of, which, act.equals("agree"));
        };
        return answered instanceof Assessing.Refused(var why)
                ? space(year, id, actor, why)
                : new ModelAndView("redirect:/assessments/" + year + "/spaces/" + id);
    }

    private Round find(String year) {
        return rounds.named(year).orElseThrow(() -> Problem.noSuchThing("assessment " + year));
    }
}
