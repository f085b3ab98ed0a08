package org.zhongchuang.money.payment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.payment.Paying.Reason;

/** Puts payments that wait into a batch. */
@Service
public class MakeBatch {

    private final Policies policies;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MakeBatch(Policies policies, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts everything of a treasury that can be paid today into a batch; who comes second is told what is left. */
    @Transactional
    public Paying make(Actor actor) {
        var all = payable(actor);
        return all.isEmpty()
                ? Paying.refused(waits(actor) ? Reason.NO_USABLE_ACCOUNT : Reason.NOTHING_QUEUED)
                : make(actor, all);
    }

    /**
     * Puts those of a treasury's payments into a batch that its officer chose; the others stay in the queue. If one of
     * them cannot be paid any more, because somebody else took it meanwhile or something stops it, no batch is made.
     */
    @Transactional
    public Paying make(Actor actor, Set<UUID> payments) {
        if (payments.isEmpty()) {
            return Paying.refused(Reason.NOTHING_CHOSEN);
        }
        var chosen = payable(actor).stream()
                .filter(one -> payments.contains(one.payment().value()))
                .toList();
        return chosen.size() < payments.size() ? Paying.refused(Reason.NOT_PAYABLE_NOW) : make(actor, chosen);
    }

    /** A payment that can be made today, held until the transaction ends, and where it goes. */
    private record Chosen(PaymentId payment, UUID account, Fen fen) {}

    private List<Chosen> payable(Actor actor) {
        return jdbc.sql("""
                        select p.id, k.id account, p.fen from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
                          join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED' and k.usable_from <= :today
                         where p.state = 'QUEUED' and w.payer = :payer
                           and not exists (select 1 from payment.hold h where h.award = p.award)
                           and not exists (select 1 from payment.bank_account n where n.organisation = w.organisation and n.state = 'ENTERED') order by p.id for update of p
                        """)
                .param("today", LocalDate.now(clock))
                .param("payer", actor.area())
                .query((row, _) -> new Chosen(
                        new PaymentId(row.getObject("id", UUID.class)),
                        row.getObject("account", UUID.class),
                        new Fen(row.getLong("fen"))))
                .list();
    }

    private Paying make(Actor actor, List<Chosen> chosen) {
        var id = UUID.randomUUID();
        var today = LocalDate.now(clock);
        var fen = Fen.sum(chosen.stream().map(Chosen::fen));
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
                .param("fen", fen.value())
                .param("two", !fen.isLessThan(Fen.ofYuan(policies.treasury(TreasuryProcedure::secondApprovalFrom, 0))))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        update payment.payment p set state = 'BATCHED', batch = :batch, account = w.account
                          from unnest(cast(:payments as uuid[]), cast(:accounts as uuid[])) w(payment, account) where p.id = w.payment
                        """)
                .param("batch", id)
                .param(
                        "payments",
                        chosen.stream().map(one -> one.payment().value()).toArray(UUID[]::new))
                .param("accounts", chosen.stream().map(Chosen::account).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into payment.batch_line (batch, payment, account)
                        select batch, id, account from payment.payment where batch = :batch
                        """).param("batch", id).update();
        audit.record(actor, "batch.make", id.toString(), String.valueOf(fen.value()));
        return new Paying.Done(id);
    }

    private boolean waits(Actor actor) {
        return jdbc.sql("""
                        select exists (select 1 from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
                                        where p.state = 'QUEUED' and w.payer = :payer)
                        """).param("payer", actor.area()).query(Boolean.class).single();
    }
}
