package org.zhongchuang.grants.assessment;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.grants.panel.PanelDraw;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectId;

/** The city office's part of an assessment: it opens a round, has it scored, ranks it and puts it on public notice. */
@Service
public class RunAssessment {

    private static final int STATEMENT_DAYS = 10;

    private final Rounds rounds;
    private final Results results;
    private final Reseating reseating;
    private final RecognisedSpaces recognised;
    private final Policies policies;
    private final RoundRows rows;

    RunAssessment(
            Rounds rounds,
            Results results,
            Reseating reseating,
            RecognisedSpaces recognised,
            Policies policies,
            RoundRows rows) {
        this.rounds = rounds;
        this.results = results;
        this.reseating = reseating;
        this.recognised = recognised;
        this.policies = policies;
        this.rows = rows;
    }

    /** Opens the round of a year: every space that stood at its end takes part. */
    @Transactional
    public Assessing open(Actor actor, int year) {
        if (!rounds.runs(actor)) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (!rounds.isOver(year)) {
            return Assessing.refused(Reason.YEAR_NOT_OVER);
        }
        if (rounds.of(year).isPresent()) {
            return Assessing.refused(Reason.ALREADY_OPEN);
        }
        var spaces = recognised.standingSince(LocalDate.of(year, 12, 31));
        if (spaces.isEmpty()) {
            return Assessing.refused(Reason.NOBODY);
        }
        var pack = policies.current();
        var procedure = pack.assessment();
        if (procedure.filter(one -> one.grading() != null).isEmpty()
                || spaces.stream()
                        .anyMatch(one ->
                                pack.indicatorsFor(one.kind().word(), year).isEmpty())) {
            return Assessing.refused(Reason.NO_INDICATORS);
        }
        var id = UUID.randomUUID();
        rows.open(actor, id, year, new SecureRandom().nextLong(1_000_000_000), pack.edition(), STATEMENT_DAYS);
        rows.enter(
                id,
                year,
                policies.limit(procedure.get().firstYearGuidance()) == 1,
                spaces.stream().map(one -> one.code()).toList());
        return new Assessing.Done();
    }

    /** Takes down what a space says of its special services, as long as the round is open. */
    @Transactional
    public Assessing describe(Actor actor, int year, SubjectId space, String special) {
        var round = rounds.lock(year);
        if (round.isEmpty()) {
            return Assessing.refused(Reason.NO_SUCH_ROUND);
        }
        var entry = rounds.entry(round.get().id(), space).filter(_ -> rounds.may(actor, Deed.KEEP, year, space));
        if (entry.isEmpty()) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.get().state() != Round.State.OPEN) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        if (special.strip().length() < 2 || special.length() > 2000) {
            return Assessing.refused(Reason.NO_REASON);
        }
        rows.describe(actor, round.get(), space, special.strip());
        return new Assessing.Done();
    }

    /** Counts all records and draws the experts; from now on later records change nothing. */
    @Transactional
    public Assessing score(Actor actor, int year) {
        var round = rounds.lock(year);
        var reason = reasonAgainst(rounds.runs(actor), round.orElse(null), Round.State.OPEN);
        if (reason != null || round.isEmpty()) {
            return Assessing.refused(reason == null ? Reason.NO_SUCH_ROUND : reason);
        }
        var id = round.get().id();
        var panels = PanelDraw.draw(
                round.get().seed(),
                rounds.entries(id).stream().map(Assessed::space).toList(),
                rows.experts(),
                reseating.barred(id),
                policies.limit(policies.current().assessment().orElseThrow().panel()));
        if (panels.isEmpty()) {
            return Assessing.refused(Reason.NOT_ENOUGH_EXPERTS);
        }
        results.countRecords(round.get());
        rows.seat(id, panels.get());
        reseating.beginOrExtend(id);
        rounds.move(round.get(), Round.State.SCORING);
        rows.audit(actor, "assessment.score", year);
        return new Assessing.Done();
    }

    /**
     * Ranks once every expert has scored, abstained or recused, or once the days for scoring are over and each space
     * has the least number of ballots.
     */
    @Transactional
    public Assessing rank(Actor actor, int year) {
        var round = rounds.lock(year);
        var reason = reasonAgainst(rounds.runs(actor), round.orElse(null), Round.State.SCORING);
        if (reason != null || round.isEmpty()) {
            return Assessing.refused(reason == null ? Reason.NO_SUCH_ROUND : reason);
        }
        if (rounds.seatsWithoutBallot(round.get().id()) > 0) {
            if (!reseating.isOver(round.get())) {
                return Assessing.refused(Reason.SCORES_MISSING);
            }
            if (!hasLeastBallots(round.get().id())) {
                return Assessing.refused(Reason.TOO_FEW_BALLOTS);
            }
        }
        results.rank(round.get());
        rounds.move(round.get(), Round.State.RANKED);
        rows.audit(actor, "assessment.rank", year);
        return new Assessing.Done();
    }

    /** Whether each space has at least the ballots with scores below which its grade stays open. */
    private boolean hasLeastBallots(UUID round) {
        var least = policies.limit(policies.current().assessment().orElseThrow().leastBallots());
        var votes = rounds.ballots(round).stream()
                .filter(ballot -> !ballot.abstained())
                .collect(Collectors.groupingBy(Ballot::space, Collectors.counting()));
        return rounds.entries(round).stream().allMatch(one -> votes.getOrDefault(one.space(), 0L) >= least);
    }

    /** Puts the grades on public notice; the first day counts when it is worked. */
    @Transactional
    public Assessing notify(Actor actor, int year) {
        var round = rounds.lock(year);
        var reason = reasonAgainst(rounds.runs(actor), round.orElse(null), Round.State.RANKED);
        if (reason != null || round.isEmpty()) {
            return Assessing.refused(reason == null ? Reason.NO_SUCH_ROUND : reason);
        }
        var days = policies.limit(policies.current().assessment().orElseThrow().noticeDays());
        rows.notice(round.get().id(), days);
        rows.audit(actor, "assessment.notify", year);
        return new Assessing.Done();
    }

    private static @Nullable Reason reasonAgainst(boolean mayRun, @Nullable Round round, Round.State state) {
        return round == null
                ? Reason.NO_SUCH_ROUND
                : !mayRun ? Reason.NOT_YOURS : round.state() != state ? Reason.NOT_NOW : null;
    }

    /** The kinds of makerspace: those of the city, and those that are assessed although the city has them no more. */
    public List<SpaceKind> kinds(Round round) {
        var pack = policies.current();
        var kept = rows.kinds(round.id()).stream().map(name -> SpaceKind.named(pack, name));
        return Stream.concat(SpaceKind.in(pack).stream(), kept).distinct().toList();
    }
}
