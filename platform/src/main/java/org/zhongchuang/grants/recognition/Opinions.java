package org.zhongchuang.grants.recognition;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.grants.recognition.Changing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.law.policy.Policies;

/** What the county of a makerspace thinks of a change, where the procedure of recognition asks the county too. */
@Service
public class Opinions {

    private final JdbcClient jdbc;
    private final RecognisedSpaces recognised;
    private final Standing standing;
    private final Policies policies;
    private final AuditLog audit;
    private final Clock clock;

    Opinions(
            JdbcClient jdbc,
            RecognisedSpaces recognised,
            Standing standing,
            Policies policies,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.recognised = recognised;
        this.standing = standing;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the procedure of recognition has a step of the county's. */
    public boolean areAsked() {
        return policies.current().use(Programme.Use.RECOGNITION).stream()
                .flatMap(programme -> programme.procedure().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .anyMatch(step -> step.role().equals(Role.COUNTY_OFFICER.word()));
    }

    /** Whether the opinion of a county is waited for: not for a makerspace that lies in none. */
    public boolean areAwaitedOn(Change change) {
        return change.state() == Change.State.OPEN
                && change.opinion().isEmpty()
                && areAsked()
                && policies.current().area(change.area()).parent() != null;
    }

    /** Whether somebody gives the opinion on a change. */
    public boolean givenBy(Actor actor, UUID change) {
        return areAsked() && recognised.handles(actor, change);
    }

    /** The county of the makerspace says what it thinks of a change, once, before the city decides. */
    @Transactional
    public Changing give(Actor actor, UUID id, String opinion) {
        if (!givenBy(actor, id)) {
            return Changing.refused(Reason.NOT_YOURS);
        }
        if (opinion.strip().length() < 2 || opinion.length() > 1000) {
            return Changing.refused(Reason.NO_OPINION);
        }
        var added = jdbc.sql("""
                        update recognition.change set opinion = :opinion, opinion_by = :person, opinion_of = :unit, opinion_at = :now
                         where id = :id and state = 'OPEN' and opinion is null
                        """)
                .param("opinion", opinion.strip())
                .param("person", actor.person().value())
                .param("unit", actor.unit() + " " + actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (added == 0) {
            return Changing.refused(Reason.HAS_OPINION);
        }
        standing.find(id)
                .ifPresent(change -> audit.record(
                        actor, "recognition.opine", change.code(), change.kind().name()));
        return new Changing.Done(id);
    }
}
