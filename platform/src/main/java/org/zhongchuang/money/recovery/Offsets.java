package org.zhongchuang.money.recovery;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.money.ledger.Posting.Entry;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** Taking what must come back off what is still to be paid. */
@Service
public class Offsets {

    private final Claims claims;
    private final Recoveries recoveries;
    private final Awards awards;
    private final Payments payments;
    private final Ledger ledger;
    private final AuditLog audit;

    Offsets(Claims claims, Recoveries recoveries, Awards awards, Payments payments, Ledger ledger, AuditLog audit) {
        this.claims = claims;
        this.recoveries = recoveries;
        this.awards = awards;
        this.payments = payments;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** Takes what is due off another award of the same organisation that is committed and in no batch. */
    @Transactional
    public Recovering offset(Actor actor, UUID id) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayCollect(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        var one = claim.get();
        if (one.state() != State.DUE) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        var open = payments.waiting(one.organisation(), one.payer(), one.due());
        var left = one.due();
        var done = false;
        for (var payment : open) {
            if (payment.fen().isMoreThan(left)) {
                continue;
            }
            var other = awards.find(payment.award()).orElseThrow();
            ledger.post(
                    actor,
                    List.of(new Posting(
                            "offset:" + payment.id(),
                            Act.OFFSET,
                            other.id().value(),
                            one.document().orElse(""),
                            List.of(
                                    new Entry(
                                            ClaimPostings.account(other, Kind.COMMITTED),
                                            payment.fen().negated()),
                                    new Entry(ClaimPostings.account(other, Kind.PAID), payment.fen()),
                                    new Entry(
                                            ClaimPostings.account(
                                                    awards.find(one.award()).orElseThrow(), Kind.RECEIVABLE),
                                            payment.fen().negated()),
                                    new Entry(
                                            ClaimPostings.account(
                                                    awards.find(one.award()).orElseThrow(), Kind.RETURNED),
                                            payment.fen())))));
            payments.offset(payment.id(), one.document().orElse(""));
            left = left.minus(payment.fen());
            done = true;
        }
        if (!done) {
            return Recovering.refused(Reason.NOTHING_TO_OFFSET);
        }
        recoveries.settle(id);
        audit.record(actor, "recovery.offset", id.toString(), "");
        return new Recovering.Done(id);
    }
}
