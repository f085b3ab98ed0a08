package org.zhongchuang.money.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
import org.zhongchuang.money.payment.Batch.State;
import org.zhongchuang.money.payment.Paying.Reason;
import org.zhongchuang.money.payment.PaymentFiles.Result;

/**
 * Batches of payments: one person makes one, another approves it (two above a sum), a third sends it, and what the bank
 * says came of each payment is posted once however often it is told.
 */
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
    private final Awards awards;
    private final Ledger ledger;
    private final Policies policies;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentBatches(
            Payments payments,
            PaymentFiles files,
            Awards awards,
            Ledger ledger,
            Policies policies,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.payments = payments;
        this.files = files;
        this.awards = awards;
        this.ledger = ledger;
        this.policies = policies;
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

    /**
     * Puts everything of a treasury that can be paid into a batch: queued, and with an account that is usable today.
     */
    @Transactional
    public Paying make(Actor actor) {
        var id = UUID.randomUUID();
        var today = LocalDate.now(clock);
        record Chosen(UUID payment, UUID account, long fen) {}
        var chosen = jdbc.sql("""
                        select p.id, k.id account, p.fen from payment.payment p join award.public_award w on w.id = p.award
                          join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED' and k.usable_from <= :today
                         where p.state = 'QUEUED' and w.payer = :payer
                           and not exists (select 1 from payment.hold h where h.award = p.award)
                           and not exists (select 1 from payment.bank_account n where n.organisation = w.organisation and n.state = 'ENTERED')
                         order by p.id for update of p skip locked
                        """)
                .param("today", today)
                .param("payer", actor.area())
                .query((row, _) -> new Chosen(
                        row.getObject("id", UUID.class), row.getObject("account", UUID.class), row.getLong("fen")))
                .list();
        if (chosen.isEmpty()) {
            return Paying.refused(Reason.NOTHING_QUEUED);
        }
        var fen = chosen.stream().mapToLong(Chosen::fen).reduce(0, Math::addExact);
        var threshold =
                policies.limit(policies.current().treasury().orElseThrow().secondApprovalFrom());
        jdbc.sql("""
                        insert into payment.batch (id, number, payer, state, fen, two, made_by, made_at)
                        values (:id, :number, :payer, 'MADE', :fen, :two, :person, :now)
                        """)
                .param("id", id)
                .param(
                        "number",
                        "ZF%s%s"
                                .formatted(
                                        today.toString().replace("-", ""),
                                        id.toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT)))
                .param("payer", actor.area())
                .param("fen", fen)
                .param("two", BigDecimal.valueOf(fen, 2).compareTo(BigDecimal.valueOf(threshold)) >= 0)
                .param("person", actor.person())
                .param("now", now())
                .update();
        jdbc.sql("""
                        update payment.payment p set state = 'BATCHED', batch = :batch, account = w.account
                          from unnest(cast(:payments as uuid[]), cast(:accounts as uuid[])) w(payment, account) where p.id = w.payment
                        """)
                .param("batch", id)
                .param("payments", chosen.stream().map(Chosen::payment).toArray(UUID[]::new))
                .param("accounts", chosen.stream().map(Chosen::account).toArray(UUID[]::new))
                .update();
        audit.record(actor, "batch.make", id.toString(), String.valueOf(fen));
        return new Paying.Done(id);
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
                .param("person", actor.person())
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
        var postings = new ArrayList<Posting>();
        for (var payment : all) {
            // A payment that bounced before was ordered then; its sum is still on its way.
            if (payment.attempt() == 1 || !isOrdered(payment)) {
                postings.add(move(
                        "order:" + payment.award() + ":" + payment.instalment(),
                        Act.ORDERED,
                        payment,
                        one.number(),
                        Kind.COMMITTED,
                        Kind.PAYABLE));
            }
        }
        ledger.post(actor, postings);
        jdbc.sql("update payment.payment set state = 'SENT' where batch = :id and state = 'BATCHED'")
                .param("id", id)
                .update();
        jdbc.sql(
                        "update payment.batch set state = 'SENT', sent_by = :person, sent_at = :now, sha256 = :sha where id = :id")
                .param("person", actor.person())
                .param("now", now())
                .param("sha", files.hash(one, all))
                .param("id", id)
                .update();
        audit.record(actor, "batch.send", id.toString(), one.number());
        return new Paying.Done(id);
    }

    private boolean isOrdered(Payment payment) {
        return jdbc.sql("select exists (select 1 from ledger.public_posting where key = :key)")
                .param("key", "order:" + payment.award() + ":" + payment.instalment())
                .query(Boolean.class)
                .single();
    }

    /** Takes in what the bank says: each result once, however often the file comes; a bounce after arrival too. */
    @Transactional
    public Paying settle(Actor actor, UUID id, List<Result> results) {
        var batch = lock(actor, id);
        if (batch.isEmpty()) {
            return Paying.refused(Reason.NOT_YOURS);
        }
        if (batch.get().state() != State.SENT && batch.get().state() != State.SETTLED) {
            return Paying.refused(Reason.WRONG_STATE);
        }
        var all = payments.ofBatch(id);
        // A file is taken in as a whole or not at all.
        for (var result : results) {
            var payment = all.stream()
                    .filter(one -> one.id().equals(result.payment()))
                    .findFirst();
            if (payment.isEmpty() || payment.get().fen() != result.fen()) {
                return Paying.refused(Reason.OTHER_BATCH);
            }
            if (payment.get().state() == Payment.State.BOUNCED && result.arrived()) {
                return Paying.refused(Reason.OTHER_RESULT);
            }
        }
        if (results.stream().map(Result::payment).distinct().count() < results.size()) {
            return Paying.refused(Reason.OTHER_RESULT);
        }
        var postings = new ArrayList<Posting>();
        for (var payment : all) {
            results.stream()
                    .filter(one -> one.payment().equals(payment.id()))
                    .forEach(result -> take(payment, result, batch.get().number(), postings));
        }
        ledger.post(actor, postings);
        jdbc.sql("""
                        update payment.batch set state = 'SETTLED' where id = :id
                           and not exists (select 1 from payment.payment where batch = :id and state = 'SENT')
                        """).param("id", id).update();
        audit.record(actor, "batch.settle", id.toString(), String.valueOf(results.size()));
        return new Paying.Done(id);
    }

    private void take(Payment payment, Result result, String number, List<Posting> postings) {
        var id = payment.id();
        if (payment.state() == Payment.State.SENT && result.arrived()) {
            postings.add(move("paid:" + id, Act.PAID, payment, number, Kind.PAYABLE, Kind.PAID));
        }
        if (payment.state() == Payment.State.ARRIVED && !result.arrived()) {
            postings.add(move("bounced:" + id, Act.BOUNCED, payment, number, Kind.PAID, Kind.PAYABLE));
        }
        jdbc.sql(
                        "update payment.payment set state = :state, settled_on = :day, reason = :reason where id = :id and state <> :state")
                .param("state", (result.arrived() ? Payment.State.ARRIVED : Payment.State.BOUNCED).name())
                .param("day", LocalDate.now(clock))
                .param("reason", result.reason())
                .param("id", id)
                .update();
    }

    private Posting move(String key, Act act, Payment payment, String note, Kind from, Kind to) {
        Award award = awards.find(payment.award()).orElseThrow();
        var account = new Account(
                from, award.payer(), award.year(), award.programme(), award.id().toString());
        return Posting.move(key, act, award.id(), note, account, account.as(to), payment.fen());
    }

    private Optional<Batch> lock(Actor actor, UUID id) {
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
                row.getLong("fen"),
                row.getBoolean("two"),
                row.getObject("made_by", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getObject("first_by", UUID.class)),
                Optional.ofNullable(row.getObject("second_by", UUID.class)),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                row.getInt("payments"),
                row.getInt("arrived"),
                row.getInt("bounced"),
                java.util.Objects.requireNonNullElse(row.getString("sha256"), ""));
    }
}
