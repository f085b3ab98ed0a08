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
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.money.payment.Batch.State;
import org.zhongchuang.money.payment.Paying.Reason;

/** Batches of payments: one person makes one, another approves it (two above a sum), a third sends it. */
@Service
public class PaymentBatches {

    private static final int LONGEST_REASON = 200;
    private static final String SELECT = """
            select b.*, (select count(*) from payment.batch_line l where l.batch = b.id) payments,
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

    /** The latest batches that the actor may see; of those in one state what the actor can move on. */
    public List<Batch> list(Actor actor, Optional<State> state) {
        return jdbc.sql(SELECT + """
                         where (:everywhere or b.payer = :ownTreasury) and (:state = '' or b.state = :state)
                           and (:state not in ('MADE', 'APPROVED') or :person not in (b.made_by, coalesce(b.first_by, b.id), coalesce(b.second_by, b.id)))
                         order by b.made_at desc, b.id desc limit 100
                        """)
                .params(payments.bounds(actor).parameters())
                .param("person", actor.person().value())
                .param("state", state.map(Enum::name).orElse(""))
                .query(PaymentBatches::row)
                .list();
    }

    /** Who did what with a batch, in the order of time. */
    public List<BatchStep> history(UUID id) {
        return jdbc.sql("""
                        select s.what, s.at, s.words, coalesce(n.name, '') who from (
                          select 'MADE' what, made_by person, made_at at, '' words, 1 place from payment.batch where id = :id
                          union all select 'FIRST', first_by, first_at, '', 2 from payment.batch where id = :id and first_by is not null
                          union all select 'SECOND', second_by, second_at, '', 3 from payment.batch where id = :id and second_by is not null
                          union all select 'SENT', sent_by, sent_at, '', 4 from payment.batch where id = :id and sent_by is not null
                          union all select 'DROPPED', dropped_by, dropped_at, dropped_why, 5 from payment.batch where id = :id and dropped_by is not null
                          union all select 'BOUNCED', b.decided_by, b.decided_at, b.reason, 6 from payment.bounce b join payment.payment p on p.id = b.payment
                                     where p.batch = :id and b.state = 'CONFIRMED'
                          union all select 'KEPT', b.decided_by, b.decided_at, b.reason, 7 from payment.bounce b join payment.payment p on p.id = b.payment
                                     where p.batch = :id and b.state = 'REFUSED') s
                          left join access.public_person n on n.id = s.person order by s.at, s.place
                        """)
                .param("id", id)
                .query((row, _) -> new BatchStep(
                        BatchStep.What.valueOf(row.getString("what")),
                        row.getString("who"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("words")))
                .list();
    }

    @Transactional
    public Paying approve(Actor actor, UUID id, int version) {
        var one = lock(actor, id, version);
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
        moved(id);
        audit.record(actor, "batch.approve", id.toString(), "");
        return new Paying.Done(id);
    }

    /** Gives the payments back to the queue, for a reason; not once the batch was sent. */
    @Transactional
    public Paying drop(Actor actor, UUID id, int version, String reason) {
        var one = lock(actor, id, version);
        if (one.state() != State.MADE && one.state() != State.APPROVED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        if (reason.strip().length() < 2 || reason.strip().length() > LONGEST_REASON) {
            return Paying.refused(Reason.NO_REASON);
        }
        jdbc.sql("update payment.payment set state = 'QUEUED', batch = null, account = null where batch = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        update payment.batch set state = 'DROPPED', dropped_by = :person, dropped_at = :now, dropped_why = :reason
                         where id = :id
                        """)
                .param("person", actor.person().value())
                .param("now", now())
                .param("reason", reason.strip())
                .param("id", id)
                .update();
        moved(id);
        audit.record(actor, "batch.drop", id.toString(), reason.strip());
        return new Paying.Done(id);
    }

    /** Sends an approved batch: its sums leave what is committed, in one posting each, and its file gets its hash. */
    @Transactional
    public Paying send(Actor actor, UUID id, int version) {
        var one = lock(actor, id, version);
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
        moved(id);
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

    /** The batch, held, as the actor read it; refused if it is not theirs or has changed since. */
    Batch lock(Actor actor, UUID id, int version) {
        jdbc.sql("select 1 from payment.batch where id = :id for update")
                .param("id", id)
                .query((row, _) -> true)
                .list();
        var batch = find(id).filter(_ -> payments.handles(actor, id)).orElseThrow(() -> new Refused(Reason.NOT_YOURS));
        if (batch.version() != version) {
            throw new Refused(Reason.STALE);
        }
        return batch;
    }

    /** What was read of it before is no longer so. */
    void moved(UUID id) {
        jdbc.sql("update payment.batch set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Batch row(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getInt("version"),
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
