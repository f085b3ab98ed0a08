package org.zhongchuang.money.payment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.bank.BankAnswers;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;

/** What payments do to the books: ordered, paid, bounced. */
@Component
class PaymentPostings {

    private final Awards awards;
    private final Ledger ledger;
    private final BankAnswers answered;
    private final JdbcClient jdbc;

    PaymentPostings(Awards awards, Ledger ledger, BankAnswers answered, JdbcClient jdbc) {
        this.answered = answered;
        this.awards = awards;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Posts that payments are on their way. */
    void order(Actor actor, List<Payment> payments, String number) {
        var postings = new ArrayList<Posting>();
        for (var payment : payments) {
            if (payment.attempt() == 1 || !isOrdered(payment)) {
                var key = payment.attempt() == 1 ? order(payment) : order(payment) + ":" + payment.attempt();
                postings.add(move(key, Act.ORDERED, payment, number, Kind.COMMITTED, Kind.PAYABLE));
            }
        }
        ledger.post(actor, postings);
    }

    /** What a result posts: that the money arrived, or that it is promised as before and no longer on its way. */
    List<Posting> result(Payment payment, boolean arrived, String number) {
        var id = payment.id();
        if (arrived) {
            return List.of(move("paid:" + id, Act.PAID, payment, number, Kind.PAYABLE, Kind.PAID));
        }
        var back = new ArrayList<Posting>();
        var again = payment.state() == Payment.State.ARRIVED ? again(payment) : "";
        if (payment.state() == Payment.State.ARRIVED) {
            back.add(move("bounced:" + id + again, Act.BOUNCED, payment, number, Kind.PAID, Kind.PAYABLE));
        }
        back.add(move(
                cancel(payment) + ":" + payment.attempt() + again,
                Act.CANCELLED,
                payment,
                number,
                Kind.PAYABLE,
                Kind.COMMITTED));
        return back;
    }

    /** What it posts that a payment which was booked as bounced did arrive: it is ordered again, and paid. */
    List<Posting> arrivedAfterAll(Payment payment, String number) {
        var again = again(payment);
        var postings = new ArrayList<Posting>();
        if (!isOrdered(payment)) {
            var key = order(payment) + ":" + payment.attempt() + again;
            postings.add(move(key, Act.ORDERED, payment, number, Kind.COMMITTED, Kind.PAYABLE));
        }
        postings.add(move("paid:" + payment.id() + again, Act.PAID, payment, number, Kind.PAYABLE, Kind.PAID));
        return postings;
    }

    /** What sets the keys of a payment apart that arrived once more after it had bounced. */
    private String again(Payment payment) {
        var times = answered.arrivedAfterAll(payment.id());
        return times == 0 ? "" : ":again:" + times;
    }

    void post(Actor actor, List<Posting> postings) {
        ledger.post(actor, postings);
    }

    private static String order(Payment payment) {
        return "order:" + payment.award() + ":" + payment.instalment();
    }

    private static String cancel(Payment payment) {
        return "cancel:" + payment.award() + ":" + payment.instalment();
    }

    /** Whether the sum is on its way already: of what bounced before bounces took the order back, it still is. */
    private boolean isOrdered(Payment payment) {
        return jdbc.sql("""
                        select count(*) filter (where act = 'ORDERED' and (key = :order or key like :order || ':%'))
                               > count(*) filter (where act = 'CANCELLED' and key like :cancel || ':%')
                          from ledger.public_posting where award = :award
                        """)
                .param("order", order(payment))
                .param("cancel", cancel(payment))
                .param("award", payment.award().value())
                .query(Boolean.class)
                .single();
    }

    private Posting move(String key, Act act, Payment payment, String note, Kind from, Kind to) {
        Award award = awards.find(payment.award()).orElseThrow();
        var account = award.account(from, payment.payer());
        return Posting.move(key, act, award.id().value(), note, account, account.as(to), payment.fen());
    }
}
