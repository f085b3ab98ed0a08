package org.zhongchuang.money.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/**
 * Claims for money back that were proposed. Another person confirms with a document; then the sum is receivable, falls
 * due, may be appealed (which stops the collecting), and comes back in money or off what is still to be paid.
 */
@Service
public class Recoveries {

    private final Claims claims;
    private final ClaimPostings postings;
    private final Policies policies;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Recoveries(Claims claims, ClaimPostings postings, Policies policies, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.claims = claims;
        this.postings = postings;
        this.policies = policies;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Confirms as a second person: the sum becomes receivable; after deception a ban begins. */
    @Transactional
    public Recovering confirm(Actor actor, UUID id, String document) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayHandle(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (claim.get().state() != State.PROPOSED) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (proposer(id).equals(actor.person())) {
            return Recovering.refused(Reason.SAME_PERSON);
        }
        if (document.strip().length() < 2 || document.length() > 60) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        if (policies.current().treasury().isEmpty()) {
            return Recovering.refused(Reason.NO_RULES);
        }
        var today = LocalDate.now(clock);
        var one = claim.get();
        jdbc.sql("""
                        update recovery.claim set state = 'DUE', confirmed_by = :person, document = :document, confirmed_on = :today,
                               due_on = :due, appeal_until = :appeal where id = :id
                        """)
                .param("person", actor.person().value())
                .param("document", document.strip())
                .param("today", today)
                .param("due", today.plusDays(policies.treasury(TreasuryProcedure::repaymentDays, 0)))
                .param("appeal", today.plusDays(policies.treasury(TreasuryProcedure::appealDays, 0)))
                .param("id", id)
                .update();
        postings.claimed(actor, one, document.strip());
        if (one.ground() == Ground.DECEPTION) {
            jdbc.sql("""
                            insert into recovery.ban (id, subject, claim, since, until, basis)
                            select gen_random_uuid(), w.subject, :claim, :today, :until, :basis from award.public_award w where w.id = :award
                            """)
                    .param("claim", id)
                    .param("today", today)
                    .param("until", today.plusYears(policies.treasury(TreasuryProcedure::banYears, 0)))
                    .param("basis", document.strip())
                    .param("award", one.award().value())
                    .update();
        }
        audit.record(actor, "recovery.confirm", id.toString(), document.strip());
        return new Recovering.Done(id);
    }

    /** Drops a proposal, or after an appeal that was right a claim with all it posted. */
    private void drop(Actor actor, Claim claim, String answer) {
        if (claim.due().isPositive()) {
            postings.waived(actor, claim, answer);
        }
        jdbc.sql("update recovery.claim set state = 'DROPPED', answer = :answer where id = :id")
                .param("answer", answer)
                .param("id", claim.id())
                .update();
        jdbc.sql("delete from recovery.ban where claim = :id")
                .param("id", claim.id())
                .update();
    }

    /** The beneficiary asks for a review: nothing is collected until it is answered. */
    @Transactional
    public Recovering appeal(Actor actor, UUID id, String grounds) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.owes(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (claim.get().state() != State.DUE) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (grounds.strip().length() < 10 || grounds.length() > 2000) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        if (LocalDate.now(clock).isAfter(claim.get().appealUntil().orElseThrow())) {
            return Recovering.refused(Reason.TOO_LATE);
        }
        jdbc.sql("update recovery.claim set state = 'APPEALED', appeal = :grounds where id = :id")
                .param("grounds", grounds.strip())
                .param("id", id)
                .update();
        audit.record(actor, "recovery.appeal", id.toString(), "");
        return new Recovering.Done(id);
    }

    /** Answers an appeal: the claim stands or is dropped; one that is proposed or due can be dropped too. */
    @Transactional
    public Recovering answer(Actor actor, UUID id, boolean dropped, String answer) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayHandle(actor, id) || proposer(id).equals(actor.person())) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        var state = claim.get().state();
        if (state != State.APPEALED && !(dropped && (state == State.PROPOSED || state == State.DUE))) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (answer.strip().length() < 2) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        if (dropped) {
            drop(actor, claim.get(), answer.strip());
        } else {
            jdbc.sql("update recovery.claim set state = 'DUE', answer = :answer where id = :id")
                    .param("answer", answer.strip())
                    .param("id", id)
                    .update();
        }
        audit.record(actor, "recovery.answer", id.toString(), dropped ? "dropped" : "stands");
        return new Recovering.Done(id);
    }

    /** Money has come back to the actor's treasury; {@code receipt} names it, so that it is entered once. */
    @Transactional
    public Recovering repaid(Actor actor, UUID id, Fen fen, String receipt) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayCollect(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (claim.get().state() != State.DUE) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (!fen.isPositive() || !receipt.matches("[0-9A-Za-z-]{4,40}")) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        if (fen.isMoreThan(postings.due(claim.get(), actor.area()))) {
            return Recovering.refused(Reason.MORE_THAN_PAID);
        }
        postings.repaid(actor, claim.get(), actor.area(), fen, receipt);
        settle(id);
        audit.record(actor, "recovery.repaid", id.toString(), receipt);
        return new Recovering.Done(id);
    }

    void settle(UUID id) {
        if (claims.find(id).orElseThrow().due().isZero()) {
            jdbc.sql("update recovery.claim set state = 'SETTLED' where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private PersonId proposer(UUID id) {
        return new PersonId(jdbc.sql("select proposed_by from recovery.claim where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single());
    }
}
