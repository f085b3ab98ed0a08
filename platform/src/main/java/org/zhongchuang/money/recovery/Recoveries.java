package org.zhongchuang.money.recovery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/**
 * Claims for money back. One proposes, another confirms with a document; then the sum is receivable, falls due, may be
 * appealed (which stops the collecting), and comes back in money or off what is still to be paid.
 */
@Service
public class Recoveries {

    private final Claims claims;
    private final Awards awards;
    private final Recomputation recomputation;
    private final Ledger ledger;
    private final Policies policies;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Recoveries(
            Claims claims,
            Awards awards,
            Recomputation recomputation,
            Ledger ledger,
            Policies policies,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.claims = claims;
        this.awards = awards;
        this.recomputation = recomputation;
        this.ledger = ledger;
        this.policies = policies;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Proposes to take back a part of an award or all; what the rules say now of the case is put beside it. */
    @Transactional
    public Recovering propose(Actor actor, UUID award, long fen, Ground ground, String reasons) {
        var found = awards.find(award).filter(one -> mayHandle(actor, one));
        if (found.isEmpty()) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (fen <= 0 || reasons.strip().length() < 10 || reasons.length() > 2000) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        var standing = awards.standing(award);
        if (fen > standing.paid() - standing.returned() - standing.receivable()) {
            return Recovering.refused(Reason.MORE_THAN_PAID);
        }
        var id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into recovery.claim (id, award, fen, ground, reasons, recomputed, state, proposed_by, proposed_at)
                            values (:id, :award, :fen, :ground, :reasons, :recomputed, 'PROPOSED', :person, :now)
                            """)
                    .param("id", id)
                    .param("award", award)
                    .param("fen", fen)
                    .param("ground", ground.name())
                    .param("reasons", reasons.strip())
                    .param("recomputed", recomputation.of(found.get()))
                    .param("person", actor.person())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException _) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Recovering.refused(Reason.OPEN_ALREADY);
        }
        audit.record(actor, "recovery.propose", id.toString(), ground.name());
        return new Recovering.Done(id);
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
        var today = LocalDate.now(clock);
        var one = claim.get();
        jdbc.sql("""
                        update recovery.claim set state = 'DUE', confirmed_by = :person, document = :document, confirmed_on = :today,
                               due_on = :due, appeal_until = :appeal where id = :id
                        """)
                .param("person", actor.person())
                .param("document", document.strip())
                .param("today", today)
                .param("due", today.plusDays(policies.limit(treasury().repaymentDays())))
                .param("appeal", today.plusDays(policies.limit(treasury().appealDays())))
                .param("id", id)
                .update();
        post(actor, one, "claim:" + id, Act.CLAIMED, Kind.CLAIMED, Kind.RECEIVABLE, one.fen(), document.strip());
        if (one.ground() == Ground.DECEPTION) {
            jdbc.sql("""
                            insert into recovery.ban (id, subject, claim, since, until, basis)
                            select gen_random_uuid(), w.subject, :claim, :today, :until, :basis from award.public_award w where w.id = :award
                            """)
                    .param("claim", id)
                    .param("today", today)
                    .param("until", today.plusYears(policies.limit(treasury().banYears())))
                    .param("basis", document.strip())
                    .param("award", one.award())
                    .update();
        }
        audit.record(actor, "recovery.confirm", id.toString(), document.strip());
        return new Recovering.Done(id);
    }

    /** Drops a proposal, or after an appeal that was right a claim with all it posted. */
    private void drop(Actor actor, Claim claim, String answer) {
        if (claim.due() > 0) {
            post(actor, claim, "waived:" + claim.id(), Act.WAIVED, Kind.RECEIVABLE, Kind.CLAIMED, claim.due(), answer);
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

    /** Answers a proposal or an appeal: drops the claim, or lets it stand. */
    @Transactional
    public Recovering answer(Actor actor, UUID id, boolean dropped, String answer) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayHandle(actor, id) || proposer(id).equals(actor.person())) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        var state = claim.get().state();
        if (state != State.APPEALED && !(state == State.PROPOSED && dropped)) {
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

    /** Money has come back; {@code receipt} names it, so that it is entered once. */
    @Transactional
    public Recovering repaid(Actor actor, UUID id, long fen, String receipt) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayCollect(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (claim.get().state() != State.DUE) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (fen <= 0 || !receipt.matches("[0-9A-Za-z-]{4,40}")) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        if (fen > claim.get().due()) {
            return Recovering.refused(Reason.MORE_THAN_PAID);
        }
        post(
                actor,
                claim.get(),
                "repaid:" + id + ":" + receipt,
                Act.REPAID,
                Kind.RECEIVABLE,
                Kind.RETURNED,
                fen,
                receipt);
        settle(id);
        audit.record(actor, "recovery.repaid", id.toString(), receipt);
        return new Recovering.Done(id);
    }

    void settle(UUID id) {
        if (claims.find(id).orElseThrow().due() == 0) {
            jdbc.sql("update recovery.claim set state = 'SETTLED' where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private boolean mayHandle(Actor actor, Award award) {
        return awards.mayClaimBack(actor, award);
    }

    private void post(Actor actor, Claim claim, String key, Act act, Kind from, Kind to, long fen, String note) {
        var of = award(claim);
        var postings = new ArrayList<Posting>();
        postings.add(Posting.move(key, act, of.id(), note, account(of, from), account(of, to), fen));
        if (act == Act.REPAID) {
            awards.matched(of)
                    .ifPresent(matched -> postings.add(Posting.move(
                            key + ":match", Act.UNMATCHED, of.id(), note, matched, matched.as(Kind.COUNTERPART), fen)));
        }
        ledger.post(actor, postings);
    }

    static Account account(Award award, Kind kind) {
        return new Account(
                kind, award.payer(), award.year(), award.programme(), award.id().toString());
    }

    private Award award(Claim claim) {
        return awards.find(claim.award()).orElseThrow();
    }

    private UUID proposer(UUID id) {
        return jdbc.sql("select proposed_by from recovery.claim where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private TreasuryProcedure treasury() {
        return policies.current().treasury().orElseThrow();
    }
}
