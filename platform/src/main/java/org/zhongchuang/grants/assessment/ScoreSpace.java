package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.registry.SubjectId;

/**
 * The experts' part: each scores the spaces drawn for them, sees nobody else's scores before their own, may abstain,
 * and leaves a seat to which a tie bars them.
 */
@Service
public class ScoreSpace {

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Results results;
    private final Reseating reseating;
    private final AuditLog audit;
    private final Clock clock;

    ScoreSpace(JdbcClient jdbc, Rounds rounds, Results results, Reseating reseating, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.results = results;
        this.reseating = reseating;
        this.audit = audit;
        this.clock = clock;
    }

    /** A space drawn for an expert; {@code mine} is empty until they have scored it. */
    public record Seat(Assessed space, Optional<Ballot> mine) {}

    /** What an expert is to score, what is not yet scored first. In no order that scores could be read from. */
    public List<Seat> seats(Actor expert, Round round) {
        return jdbc
                .sql("""
                        select s.space from assessment.seat s join assessment.entry e on e.round = s.round and e.space = s.space
                         where s.expert = :expert and s.round = :round and s.state = 'ASSIGNED'
                         order by exists (select 1 from assessment.ballot b where b.round = s.round and b.space = s.space and b.expert = s.expert), e.code
                        """)
                .param("expert", expert.person().value())
                .param("round", round.id())
                .query((row, _) -> new SubjectId(row.getObject("space", UUID.class)))
                .list()
                .stream()
                .map(space -> seat(expert, round, space).orElseThrow())
                .toList();
    }

    public Optional<Seat> seat(Actor expert, Round round, SubjectId space) {
        return rounds.isSeated(expert, round.year(), space)
                ? rounds.entry(round.id(), space)
                        .map(entry -> new Seat(
                                entry,
                                rounds.ballotsOf(round.id(), space).stream()
                                        .filter(ballot -> ballot.expert().equals(expert.person()))
                                        .findFirst()))
                : Optional.empty();
    }

    /** The indicators that experts score for a space. */
    public List<Indicator> indicators(Assessed space, Round round) {
        return results.indicators(space.kind(), round.year()).indicators().stream()
                .filter(Indicator::isForExperts)
                .toList();
    }

    /** The indicators that records decide. */
    public List<Indicator> counted(Assessed space, Round round) {
        return results.indicators(space.kind(), round.year()).indicators().stream()
                .filter(one -> !one.isForExperts())
                .toList();
    }

    /** The ballots of a space, without names, for those who may know them: nobody before the scoring is over. */
    public List<Ballot> ballots(Round round, SubjectId space) {
        return round.state() == Round.State.OPEN || round.state() == Round.State.SCORING
                ? List.of()
                : rounds.ballotsOf(round.id(), space);
    }

    /** Scores a space; until the scoring is over a later ballot of the same expert replaces an earlier one. */
    @Transactional
    public Assessing score(
            Actor actor, int year, SubjectId space, Map<String, BigDecimal> scores, String comment, UUID request) {
        return vote(actor, year, space, scores, false, comment, request);
    }

    /** Says nothing for or against a space; that is no zero. */
    @Transactional
    public Assessing abstain(Actor actor, int year, SubjectId space, String reason, UUID request) {
        return vote(actor, year, space, Map.of(), true, reason, request);
    }

    private Assessing vote(
            Actor actor,
            int year,
            SubjectId space,
            Map<String, BigDecimal> scores,
            boolean abstains,
            String comment,
            UUID request) {
        var round = lockSeat(actor, year, space);
        if (round.isEmpty()) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.get().state() != Round.State.SCORING) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        var entry = rounds.entry(round.get().id(), space).orElseThrow();
        if (!abstains && !Ballot.fits(indicators(entry, round.get()), scores)) {
            return Assessing.refused(Reason.NOT_A_SCORE);
        }
        if (comment.length() > 2000 || (abstains && comment.strip().length() < 2)) {
            return Assessing.refused(Reason.NO_REASON);
        }
        var act = abstains ? "assessment.abstain" : "assessment.vote";
        if (!audit.isFirst(actor, new FormId(request), act, year, space, new TreeMap<>(scores), comment)) {
            return new Assessing.Done();
        }
        jdbc.sql("""
                        insert into assessment.ballot (round, space, expert, version, kind, scores, comment, request, cast_at)
                        select :round, :space, :expert, coalesce(max(version), 0) + 1, :kind, cast(:scores as jsonb), :comment, :request, :now
                          from assessment.ballot where round = :round and space = :space and expert = :expert
                        """)
                .param("round", round.get().id())
                .param("space", space.value())
                .param("expert", actor.person().value())
                .param("kind", abstains ? "ABSTAINED" : "SCORED")
                .param("scores", abstains ? null : Rounds.JSON.writeValueAsString(scores))
                .param("comment", comment.strip())
                .param("request", request)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, act, space.toString(), String.valueOf(year));
        return new Assessing.Done();
    }

    /** Leaves a seat because of a tie; another expert without one is drawn at once. */
    @Transactional
    public Assessing recuse(Actor actor, int year, SubjectId space, String reason) {
        var round = lockSeat(actor, year, space);
        if (round.isEmpty()) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.get().state() != Round.State.SCORING) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        if (reason.strip().length() < 2 || reason.length() > 400) {
            return Assessing.refused(Reason.NO_REASON);
        }
        var another = reseating.next(round.get(), space);
        if (another.isEmpty()) {
            return Assessing.refused(Reason.NOT_ENOUGH_EXPERTS);
        }
        if (!reseating.replace(round.get(), space, actor.person(), "RECUSED", reason.strip(), another.get())) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        audit.record(actor, "assessment.RECUSED", space.toString(), String.valueOf(year));
        return new Assessing.Done();
    }

    private Optional<Round> lockSeat(Actor actor, int year, SubjectId space) {
        jdbc.sql("""
                        select 1 from assessment.seat s join assessment.round r on r.id = s.round
                         where r.year = :year and s.space = :space and s.expert = :expert for update of s
                        """)
                .param("year", year)
                .param("space", space.value())
                .param("expert", actor.person().value())
                .query(Integer.class)
                .list();
        return rounds.of(year).filter(_ -> rounds.isSeated(actor, year, space));
    }
}
