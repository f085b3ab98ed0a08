package org.zhongchuang.money.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;

/** What payments do to the books: ordered, paid, bounced. */
@Component
class PaymentPostings {

    private final Awards awards;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    PaymentPostings(Awards awards, Ledger ledger, JdbcClient jdbc) {
        this.awards = awards;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** Posts that payments are on their way. */
    void order(Actor actor, List<Payment> payments, String number) {
        var postings = new ArrayList<Posting>();
        for (var payment : payments) {
            // A payment that bounced before was ordered then; its sum is still on its way.
            if (payment.attempt() == 1 || !isOrdered(payment)) {
                postings.add(move(
                        "order:" + payment.award() + ":" + payment.instalment(),
                        Act.ORDERED,
                        payment,
                        number,
                        Kind.COMMITTED,
                        Kind.PAYABLE));
            }
        }
        ledger.post(actor, postings);
    }

    /** What a result of the bank posts, if anything. */
    Optional<Posting> result(Payment payment, boolean arrived, String number) {
        var id = payment.id();
        if (payment.state() == Payment.State.SENT && arrived) {
            return Optional.of(move("paid:" + id, Act.PAID, payment, number, Kind.PAYABLE, Kind.PAID));
        }
        return payment.state() == Payment.State.ARRIVED && !arrived
                ? Optional.of(move("bounced:" + id, Act.BOUNCED, payment, number, Kind.PAID, Kind.PAYABLE))
                : Optional.empty();
    }

    void post(Actor actor, List<Posting> postings) {
        ledger.post(actor, postings);
    }

    private boolean isOrdered(Payment payment) {
        return jdbc.sql("select exists (select 1 from ledger.public_posting where key = :key)")
                .param("key", "order:" + payment.award() + ":" + payment.instalment())
                .query(Boolean.class)
                .single();
    }

    private Posting move(String key, Act act, Payment payment, String note, Kind from, Kind to) {
        Award award = awards.find(payment.award()).orElseThrow();
        var account = new Account(
                from, award.payer(), award.year(), award.programme(), award.id().toString());
        return Posting.move(key, act, award.id().value(), note, account, account.as(to), payment.fen());
    }
}
