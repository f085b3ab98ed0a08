package org.zhongchuang.money.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.payment.Batch.State;
import org.zhongchuang.money.payment.Paying.Reason;
import org.zhongchuang.money.payment.PaymentFiles.Result;

/** What the bank says came of each payment: posted once however often it is told. */
@Service
public class BankResults {

    private final PaymentBatches batches;
    private final Payments payments;
    private final PaymentPostings postings;
    private final Bounces bounces;
    private final AuditLog audit;

    BankResults(PaymentBatches batches, Payments payments, PaymentPostings postings, Bounces bounces, AuditLog audit) {
        this.batches = batches;
        this.payments = payments;
        this.postings = postings;
        this.bounces = bounces;
        this.audit = audit;
    }

    /**
     * Takes in what the bank says: each result once, however often the file comes. That money which arrived came back
     * is only proposed: another person confirms it.
     */
    @Transactional
    public Paying settle(Actor actor, UUID id, int version, List<Result> results) {
        var batch = batches.lock(actor, id, version);
        if (batch.state() != State.SENT && batch.state() != State.SETTLED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        var all = payments.ofBatch(id);
        // A file is taken in as a whole or not at all.
        for (var result : results) {
            var payment = all.stream()
                    .filter(one -> one.id().equals(result.payment()))
                    .findFirst();
            if (payment.isEmpty() || !payment.get().fen().equals(result.fen())) {
                return Paying.refused(Reason.OTHER_BATCH);
            }
            if (payment.get().state() == Payment.State.BOUNCED && result.arrived()) {
                return Paying.refused(Reason.OTHER_RESULT);
            }
        }
        if (results.stream().map(Result::payment).distinct().count() < results.size()) {
            return Paying.refused(Reason.OTHER_RESULT);
        }
        var booked = new ArrayList<Posting>();
        for (var payment : all) {
            results.stream()
                    .filter(one -> one.payment().equals(payment.id()))
                    .forEach(result -> take(actor, payment, result, batch.number(), booked));
        }
        postings.post(actor, booked);
        batches.settled(id);
        batches.moved(id);
        audit.record(actor, "batch.settle", id.toString(), String.valueOf(results.size()));
        return new Paying.Done(id);
    }

    private void take(Actor actor, Payment payment, Result result, String number, List<Posting> booked) {
        if (payment.state() == Payment.State.ARRIVED && !result.arrived()) {
            bounces.propose(actor, new PaymentId(payment.id()), result.reason());
        } else if (payment.state() == Payment.State.SENT) {
            booked.addAll(postings.result(payment, result.arrived(), number));
            payments.settled(
                    payment.id(), result.arrived() ? Payment.State.ARRIVED : Payment.State.BOUNCED, result.reason());
        }
    }
}
