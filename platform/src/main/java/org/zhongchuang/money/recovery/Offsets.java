package org.zhongchuang.money.recovery;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** Taking what must come back off what is still to be paid. */
@Service
public class Offsets {

    private final Claims claims;
    private final Recoveries recoveries;
    private final ClaimPostings postings;
    private final Payments payments;
    private final AuditLog audit;

    Offsets(Claims claims, Recoveries recoveries, ClaimPostings postings, Payments payments, AuditLog audit) {
        this.claims = claims;
        this.recoveries = recoveries;
        this.postings = postings;
        this.payments = payments;
        this.audit = audit;
    }

    /**
     * Takes what is due to the actor's treasury off what it has still to pay the same organisation, in no batch yet.
     */
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
        var left = postings.due(one, actor.area());
        var open = payments.waiting(one.organisation(), actor.area(), left);
        var done = false;
        for (var payment : open) {
            if (payment.fen().isMoreThan(left)) {
                continue;
            }
            postings.offset(actor, one, payment);
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
