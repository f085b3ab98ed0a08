package org.zhongchuang.grants.recognition;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.grants.recognition.Changing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.ground.kernel.OnlyTried;

/** Deciding what another has asked for: after the county was heard, or with the reason why not. */
@Service
public class DecideChange {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Standing standing;
    private final RecognisedSpaces recognised;
    private final Opinions opinions;
    private final AuditLog audit;
    private final Clock clock;

    DecideChange(
            JdbcClient jdbc,
            Standing standing,
            RecognisedSpaces recognised,
            Opinions opinions,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.standing = standing;
        this.recognised = recognised;
        this.opinions = opinions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is decided.
     *
     * @param without why it is agreed to although the county has not said yet what it thinks
     */
    public record Decision(boolean approved, String document, String reply, String without) {

        public static Decision approved(String document, String reply) {
            return new Decision(true, document, reply, "");
        }

        public static Decision rejected(String reply) {
            return new Decision(false, "", reply, "");
        }
    }

    /** What would come of a decision that is looked over: it is made and undone at once. */
    @Transactional
    public Changing tried(Actor actor, UUID id, Decision decision) {
        throw new OnlyTried(decide(actor, id, decision));
    }

    /** Decides what another has asked for. */
    @Transactional
    public Changing decide(Actor actor, UUID id, Decision decision) {
        var found = standing.open(id);
        if (found.isEmpty()) {
            return Changing.refused(Reason.NO_SUCH_CHANGE);
        }
        if (!recognised.decides(actor, id)) {
            return Changing.refused(Reason.NOT_YOURS);
        }
        if (found.get().askedBy().equals(actor.person())) {
            return Changing.refused(Reason.SAME_PERSON);
        }
        var approved = decision.approved();
        var document = decision.document().strip();
        var without = approved && opinions.areAwaitedOn(found.get())
                ? decision.without().strip()
                : "";
        if (approved && (document.length() > 60 || !DocumentNumber.isOne(document))) {
            return Changing.refused(Reason.NO_DOCUMENT);
        }
        if (approved && opinions.areAwaitedOn(found.get()) && (without.length() < 2 || without.length() > LONGEST)) {
            return Changing.refused(Reason.COUNTY_NOT_HEARD);
        }
        if (decision.reply().strip().length() > LONGEST
                || (!approved && decision.reply().strip().length() < 2)) {
            return Changing.refused(Reason.NO_REPLY);
        }
        jdbc.sql("""
                        update recognition.change set state = :state, document = :document, reply = :reply, without_opinion = :without,
                               decided_by = :person, decided_at = :now
                         where id = :id
                        """)
                .param("state", approved ? "APPROVED" : "REJECTED")
                .param("document", approved ? document : null)
                .param("reply", decision.reply().strip())
                .param("without", without.isEmpty() ? null : without)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        var told = approved ? standing.told(found.get()) : found.get().kind().name();
        if (approved) {
            standing.carryOut(actor, found.get(), document);
        }
        audit.record(
                actor,
                approved ? "recognition.approve" : "recognition.reject",
                found.get().code(),
                told);
        return new Changing.Done(id);
    }
}
