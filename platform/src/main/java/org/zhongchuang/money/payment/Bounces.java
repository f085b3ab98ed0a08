package org.zhongchuang.money.payment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.payment.Paying.Reason;

/** Payments that arrived and came back later: one person says so, another who did not make the batch confirms it. */
@Service
public class Bounces {

    private static final int LONGEST = 200;

    private final PaymentBatches batches;
    private final Payments payments;
    private final PaymentPostings postings;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Bounces(
            PaymentBatches batches,
            Payments payments,
            PaymentPostings postings,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.batches = batches;
        this.payments = payments;
        this.postings = postings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What of a batch waits to be confirmed. */
    public List<Bounce> waiting(UUID batch) {
        return jdbc.sql("""
                        select b.payment, b.reason, b.proposed_by, b.proposed_at, coalesce(n.name, '') proposer
                          from payment.bounce b join payment.payment p on p.id = b.payment
                          left join access.public_person n on n.id = b.proposed_by
                         where p.batch = :batch and b.state = 'PROPOSED' order by b.proposed_at, b.payment
                        """)
                .param("batch", batch)
                .query((row, _) -> new Bounce(
                        row.getObject("payment", UUID.class),
                        row.getString("reason"),
                        new PersonId(row.getObject("proposed_by", UUID.class)),
                        row.getString("proposer"),
                        row.getTimestamp("proposed_at").toInstant()))
                .list();
    }

    /** What comes next of each payment of a batch that bounced. */
    public Map<UUID, AfterBounce> next(UUID batch) {
        var next = new HashMap<UUID, AfterBounce>();
        jdbc.sql("""
                        select p.id, case when n.state = 'ARRIVED' then 'PAID' when n.state = 'QUEUED' then 'QUEUED' when n.id is not null then 'UNDER_WAY'
                                 when exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'ENTERED') then 'TO_CONFIRM'
                                 when exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'CONFIRMED' and k.id <> p.account) then 'TO_QUEUE'
                                 else 'NEEDS_ACCOUNT' end next
                          from payment.payment p join award.public_award w on w.id = p.award
                          left join payment.payment n on n.award = p.award and n.instalment = p.instalment and n.state not in ('BOUNCED', 'WITHDRAWN')
                         where p.batch = :batch and p.state = 'BOUNCED'
                        """).param("batch", batch).query(row -> {
            next.put(row.getObject("id", UUID.class), AfterBounce.valueOf(row.getString("next")));
        });
        return next;
    }

    /** Says that a payment which arrived came back. Nothing moves before another person confirms it. */
    @Transactional
    public Paying propose(Actor actor, UUID batch, int version, PaymentId payment, String reason) {
        batches.lock(actor, batch, version);
        if (arrived(batch, payment).isEmpty()) {
            return Paying.refused(Reason.NOT_ARRIVED);
        }
        if (reason.strip().length() < 2 || reason.strip().length() > LONGEST) {
            return Paying.refused(Reason.NO_REASON);
        }
        propose(actor, payment, reason.strip());
        batches.moved(batch);
        audit.record(actor, "batch.bounce", batch.toString(), payment + " " + reason.strip());
        return new Paying.Done(batch);
    }

    /** As the bank's file says it; a second file that says so too changes nothing. */
    void propose(Actor actor, PaymentId payment, String reason) {
        jdbc.sql("""
                        insert into payment.bounce (id, payment, reason, state, proposed_by, proposed_at)
                        values (gen_random_uuid(), :payment, :reason, 'PROPOSED', :person, :now) on conflict do nothing
                        """)
                .param("payment", payment.value())
                .param(
                        "reason",
                        reason.length() < 2 ? "银行未说明原因" : reason.substring(0, Math.min(LONGEST, reason.length())))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Confirms as a second person that it came back: the sum is promised again, and is paid to another account. */
    @Transactional
    public Paying confirm(Actor actor, UUID batch, int version, PaymentId payment) {
        var found = batches.lock(actor, batch, version);
        var said = of(batch, payment);
        var paid = arrived(batch, payment);
        if (said.isEmpty() || paid.isEmpty()) {
            return Paying.refused(Reason.NO_BOUNCE);
        }
        if (List.of(said.get().proposedBy(), found.madeBy()).contains(actor.person())) {
            return Paying.refused(Reason.BOUNCE_BY_ANOTHER);
        }
        decide(actor, payment, "CONFIRMED");
        payments.settled(payment.value(), Payment.State.BOUNCED, said.get().reason());
        postings.post(actor, postings.result(paid.get(), false, found.number()));
        batches.moved(batch);
        audit.record(actor, "batch.bounce-confirm", batch.toString(), payment.toString());
        return new Paying.Done(batch);
    }

    /** Finds that it did not come back: it stays paid. */
    @Transactional
    public Paying refuse(Actor actor, UUID batch, int version, PaymentId payment) {
        batches.lock(actor, batch, version);
        if (of(batch, payment).isEmpty()) {
            return Paying.refused(Reason.NO_BOUNCE);
        }
        decide(actor, payment, "REFUSED");
        batches.moved(batch);
        audit.record(actor, "batch.bounce-refuse", batch.toString(), payment.toString());
        return new Paying.Done(batch);
    }

    private void decide(Actor actor, PaymentId payment, String state) {
        jdbc.sql("""
                        update payment.bounce set state = :state, decided_by = :person, decided_at = :now
                         where payment = :payment and state = 'PROPOSED'
                        """)
                .param("state", state)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("payment", payment.value())
                .update();
    }

    private Optional<Bounce> of(UUID batch, PaymentId payment) {
        return waiting(batch).stream()
                .filter(one -> one.payment().equals(payment.value()))
                .findFirst();
    }

    private Optional<Payment> arrived(UUID batch, PaymentId payment) {
        return payments.ofBatch(batch).stream()
                .filter(one -> one.id().equals(payment.value()) && one.state() == Payment.State.ARRIVED)
                .findFirst();
    }
}
