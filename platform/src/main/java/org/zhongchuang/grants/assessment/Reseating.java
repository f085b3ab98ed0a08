package org.zhongchuang.grants.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.grants.panel.Conflicts;
import org.zhongchuang.grants.panel.PanelDraw;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** Seats that change hands: who leaves one is followed by the next expert by lot. */
@Component
class Reseating {

    private final Rounds rounds;
    private final Conflicts conflicts;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reseating(
            Rounds rounds,
            Conflicts conflicts,
            Policies policies,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.conflicts = conflicts;
        this.policies = policies;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives experts from today on the days that the policy has for scoring; never fewer than they had. */
    void beginOrExtend(UUID round) {
        var days = policies.limit(policies.current().assessment().orElseThrow().timeToScore());
        jdbc.sql("update assessment.round set scoring_until = greatest(scoring_until, :until) where id = :id")
                .param("until", workingDays.through(LocalDate.now(clock), days).day())
                .param("id", round)
                .update();
    }

    /** Whether the days for scoring are over. */
    boolean isOver(Round round) {
        var until = round.scoringUntil();
        return until != null && LocalDate.now(clock).isAfter(until);
    }

    /** By space, the experts with a tie to it. */
    Map<SubjectId, Set<PersonId>> barred(UUID round) {
        return conflicts.of(rounds.operators(round)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().keySet()));
    }

    /** The next by lot of those who have no tie and never sat there, with the seed of the round. */
    Optional<PersonId> next(Round round, SubjectId space) {
        var free = jdbc.sql("""
                        select distinct person from access.public_appointment
                         where role = 'EXPERT' and since <= :today and (until is null or until >= :today)
                           and person not in (select expert from assessment.seat where round = :round and space = :space)
                         order by person
                        """)
                .param("today", LocalDate.now(clock))
                .param("round", round.id())
                .param("space", space.value())
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
        return PanelDraw.next(round.seed(), space, free, barred(round.id()).getOrDefault(space, Set.of()));
    }

    /** Ends a seat for a reason and seats another; false where nobody sat there. */
    boolean replace(Round round, SubjectId space, PersonId expert, String state, String reason, PersonId another) {
        var left = jdbc.sql("""
                        update assessment.seat set state = :state, reason = :reason
                         where round = :round and space = :space and expert = :expert and state = 'ASSIGNED'
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("round", round.id())
                .param("space", space.value())
                .param("expert", expert.value())
                .update();
        if (left > 0) {
            jdbc.sql(
                            "insert into assessment.seat (round, space, expert, state) values (:round, :space, :expert, 'ASSIGNED')")
                    .param("round", round.id())
                    .param("space", space.value())
                    .param("expert", another.value())
                    .update();
        }
        return left > 0;
    }
}
