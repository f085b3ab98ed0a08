package org.zhongchuang.money.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.payment.Batch.State;
import org.zhongchuang.money.payment.Paying.Reason;

/** Batches of payments: one person makes one, another approves it (two above a sum), a third sends it. */
@Service
public class PaymentBatches {

    private static final String SELECT = """
            select b.*, (select count(*) from payment.payment p where p.batch = b.id) payments,
                   (select count(*) from payment.payment p where p.batch = b.id and p.state = 'ARRIVED') arrived,
                   (select count(*) from payment.payment p where p.batch = b.id and p.state = 'BOUNCED') bounced
              from payment.batch b
            """;

    private final Payments payments;
    private final PaymentFiles files;
    private final PaymentPostings postings;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentBatches(
            Payments payments,
            PaymentFiles files,
            PaymentPostings postings,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.payments = payments;
        this.files = files;
        this.postings = postings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Batch> find(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query(PaymentBatches::row)
                .optional();
    }

    /** The latest batches that the actor may see. */
    public List<Batch> list(Actor actor) {
        return jdbc.sql(SELECT + """
                         where :everywhere or b.payer = :ownTreasury order by b.made_at desc, b.id desc limit 100
                        """)
                .params(payments.bounds(actor).parameters())
                .query(PaymentBatches::row)
                .list();
    }

    @Transactional
    public Paying approve(Actor actor, UUID id) {
        var batch = lock(actor, id);
        if (batch.isEmpty()) {
            return Paying.refused(Reason.NOT_YOURS);
        }
        var one = batch.get();
        if (one.state() != State.MADE) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        if (one.madeBy().equals(actor.person()) || one.firstBy().equals(Optional.of(actor.person()))) {
            return Paying.refused(Reason.SAME_PERSON);
        }
        var first = one.firstBy().isEmpty();
        var done = !one.two() || !first;
        jdbc.sql(
                        first
                                ? "update payment.batch set first_by = :person, first_at = :now, state = :state where id = :id"
                                : "update payment.batch set second_by = :person, second_at = :now, state = :state where id = :id")
                .param("person", actor.person().value())
                .param("now", now())
                .param("state", done ? "APPROVED" : "MADE")
                .param("id", id)
                .update();
        audit.record(actor, "batch.approve", id.toString(), "");
        return new Paying.Done(id);
    }

    /** Gives the payments back to the queue; not once the batch was sent. */
    @Transactional
    public Paying drop(Actor actor, UUID id) {
        var batch = lock(actor, id);
        if (batch.isEmpty()) {
            return Paying.refused(Reason.NOT_YOURS);
        }
        if (batch.get().state() != State.MADE && batch.get().state() != State.APPROVED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        jdbc.sql("update payment.payment set state = 'QUEUED', batch = null, account = null where batch = :id")
                .param("id", id)
                .update();
        jdbc.sql("update payment.batch set state = 'DROPPED' where id = :id")
                .param("id", id)
                .update();
        audit.record(actor, "batch.drop", id.toString(), "");
        return new Paying.Done(id);
    }

    /** Sends an approved batch: its sums leave what is committed, in one posting each, and its file gets its hash. */
    @Transactional
    public Paying send(Actor actor, UUID id) {
        var batch = lock(actor, id);
        if (batch.isEmpty()) {
            return Paying.refused(Reason.NOT_YOURS);
        }
        var one = batch.get();
        if (one.state() != State.APPROVED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        if (List.of(Optional.of(one.madeBy()), one.firstBy(), one.secondBy()).contains(Optional.of(actor.person()))) {
            return Paying.refused(Reason.SAME_PERSON);
        }
        var all = payments.ofBatch(id);
        var held = payments.held();
        if (all.stream().anyMatch(payment -> held.containsKey(payment.award()))) {
            return Paying.refused(Reason.HELD);
        }
        postings.order(actor, all, one.number());
        jdbc.sql("update payment.payment set state = 'SENT' where batch = :id and state = 'BATCHED'")
                .param("id", id)
                .update();
        jdbc.sql(
                        "update payment.batch set state = 'SENT', sent_by = :person, sent_at = :now, sha256 = :sha where id = :id")
                .param("person", actor.person().value())
                .param("now", now())
                .param("sha", files.hash(one, all))
                .param("id", id)
                .update();
        audit.record(actor, "batch.send", id.toString(), one.number());
        return new Paying.Done(id);
    }

    /** Nothing of a batch is on its way any more once each of its payments has its result. */
    void settled(UUID id) {
        jdbc.sql("""
                        update payment.batch set state = 'SETTLED' where id = :id
                           and not exists (select 1 from payment.payment where batch = :id and state = 'SENT')
                        """).param("id", id).update();
    }

    /** The batch, held, if the actor handles those of its treasury. */
    Optional<Batch> lock(Actor actor, UUID id) {
        jdbc.sql("select 1 from payment.batch where id = :id for update")
                .param("id", id)
                .query((row, _) -> true)
                .list();
        return find(id).filter(_ -> payments.handles(actor, id));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Batch row(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("payer"),
                State.valueOf(row.getString("state")),
                new Fen(row.getLong("fen")),
                row.getBoolean("two"),
                new PersonId(row.getObject("made_by", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getObject("first_by", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("second_by", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                row.getInt("payments"),
                row.getInt("arrived"),
                row.getInt("bounced"),
                java.util.Objects.requireNonNullElse(row.getString("sha256"), ""));
    }
}
