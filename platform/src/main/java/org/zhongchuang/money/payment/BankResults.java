package org.zhongchuang.money.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.bank.Answer;
import org.zhongchuang.money.bank.Answer.Came;
import org.zhongchuang.money.bank.Answer.Held;
import org.zhongchuang.money.bank.BankAnswers;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.payment.Batch.State;
import org.zhongchuang.money.payment.Paying.Reason;

/** What the bank says came of each payment: posted once however often it is told. */
@Service
public class BankResults {

    private static final int LONGEST = 200;

    private final PaymentBatches batches;
    private final Payments payments;
    private final PaymentPostings postings;
    private final Bounces bounces;
    private final BankAnswers answered;
    private final AuditLog audit;

    BankResults(
            PaymentBatches batches,
            Payments payments,
            PaymentPostings postings,
            Bounces bounces,
            BankAnswers answered,
            AuditLog audit) {
        this.answered = answered;
        this.batches = batches;
        this.payments = payments;
        this.postings = postings;
        this.bounces = bounces;
        this.audit = audit;
    }

    /**
     * Takes in what the bank says, line by line: each result once, however often the file comes. What does not fit is
     * told and kept and changes nothing; that money which arrived came back is only proposed: another person confirms
     * it.
     */
    @Transactional
    public Paying settle(Actor actor, UUID id, int version, List<Result> results) {
        var batch = batches.lock(actor, id, version);
        if (batch.state() != State.SENT && batch.state() != State.SETTLED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        var all = payments.ofBatch(id).stream().collect(Collectors.toMap(Payment::id, Function.identity()));
        var taken = new HashSet<UUID>();
        var booked = new ArrayList<Posting>();
        var answers = new ArrayList<Answer>();
        var both = saidBoth(results);
        for (var result : results) {
            var payment = Optional.ofNullable(all.get(result.payment()));
            var came = payment.map(one -> both.contains(List.<Object>of(result.payment(), result.fen()))
                            ? Came.BOTH
                            : came(one, result, taken))
                    .orElse(Came.OTHER_PAYMENT);
            payment.ifPresent(one -> take(actor, one, result, came, batch.number(), booked));
            answers.add(new Answer(
                    answers.size() + 1,
                    result.payment(),
                    result.arrived(),
                    result.fen(),
                    result.reason(),
                    came,
                    Optional.empty()));
        }
        answered.keep(actor.person(), id, answers);
        postings.post(actor, booked);
        batches.settled(id);
        batches.moved(id);
        audit.record(actor, "batch.settle", id.toString(), String.valueOf(results.size()));
        return new Paying.Done(id);
    }

    /** The payments of which a file says both, for the same sum. */
    private static Set<List<Object>> saidBoth(List<Result> results) {
        var arrived = new HashMap<List<Object>, Boolean>();
        var both = new HashSet<List<Object>>();
        for (var one : results) {
            var which = List.<Object>of(one.payment(), one.fen());
            var before = arrived.putIfAbsent(which, one.arrived());
            if (before != null && before != one.arrived()) {
                both.add(which);
            }
        }
        return both;
    }

    private static Came came(Payment payment, Result result, Set<UUID> taken) {
        if (!payment.fen().equals(result.fen())) {
            return Came.OTHER_SUM;
        }
        if (!taken.add(payment.id())) {
            return Came.SAME;
        }
        return switch (payment.state()) {
            case SENT -> result.arrived() ? Came.ARRIVED : Came.BOUNCED;
            case ARRIVED -> result.arrived() ? Came.SAME : Came.CAME_BACK;
            case BOUNCED -> result.arrived() ? Came.ARRIVED_AFTER_ALL : Came.SAME;
            case QUEUED, BATCHED, OFFSET, WITHDRAWN ->
                throw new IllegalStateException("a batch that was sent holds " + payment.state());
        };
    }

    private void take(Actor actor, Payment payment, Result result, Came came, String number, List<Posting> booked) {
        switch (came) {
            case ARRIVED, BOUNCED -> {
                booked.addAll(postings.result(payment, result.arrived(), number));
                payments.settled(
                        payment.id(),
                        result.arrived() ? Payment.State.ARRIVED : Payment.State.BOUNCED,
                        result.reason());
            }
            case CAME_BACK -> bounces.propose(actor, new PaymentId(payment.id()), result.reason());
            case ARRIVED_AFTER_ALL ->
                payments.hold(payment.award(), Stop.BANK, Stop.BANK.label().zh());
            case SAME, BOTH, OTHER_SUM, OTHER_PAYMENT -> {}
        }
    }

    /**
     * Says after asking the bank whether a payment of which it has said both did bounce, as is on record, so that it
     * can be paid again, or did arrive, which is booked now. Neither whoever read a file that says otherwise nor who
     * made the batch says so.
     */
    @Transactional
    public Paying clear(Actor actor, UUID id, int version, PaymentId payment, Held held, String why) {
        var batch = batches.lock(actor, id, version);
        var readers = answered.unclear(id).get(payment.value());
        if (readers == null) {
            return Paying.refused(Reason.NOT_UNCLEAR);
        }
        if (why.strip().length() < 2 || why.strip().length() > LONGEST) {
            return Paying.refused(Reason.NO_REASON);
        }
        if (batch.madeBy().equals(actor.person()) || readers.contains(actor.person())) {
            return Paying.refused(Reason.CLEARED_BY_ANOTHER);
        }
        var one = payments.ofBatch(id).stream()
                .filter(any -> any.id().equals(payment.value()))
                .findFirst()
                .orElseThrow();
        if (held == Held.ARRIVED
                && Optional.ofNullable(bounces.next(id).get(one.id()))
                        .filter(AfterBounce::isPaidAnew)
                        .isPresent()) {
            return Paying.refused(Reason.PAID_ANEW);
        }
        answered.clear(actor.person(), payment.value(), held, why.strip());
        if (held == Held.ARRIVED) {
            payments.withdraw(one);
            payments.settled(one.id(), Payment.State.ARRIVED, "");
            postings.post(actor, postings.arrivedAfterAll(one, batch.number()));
        }
        free(one.award());
        batches.moved(id);
        var act = held == Held.ARRIVED ? "batch.answer-arrived" : "batch.answer-clear";
        audit.record(actor, act, id.toString(), payment + " " + why.strip());
        return new Paying.Done(id);
    }

    /** The award is free again unless the bank has contradicted itself about another payment of it. */
    private void free(AwardId award) {
        if (payments.ofAward(award).stream().noneMatch(one -> answered.isUnclear(one.id()))) {
            payments.free(award, Stop.BANK);
        }
    }
}
