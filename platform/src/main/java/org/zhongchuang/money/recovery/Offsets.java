package org.zhongchuang.money.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.money.ledger.Posting.Entry;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** Taking what must come back off what is still to be paid. */
@Service
public class Offsets {

    private final Claims claims;
    private final Recoveries recoveries;
    private final Awards awards;
    private final Ledger ledger;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Offsets(
            Claims claims,
            Recoveries recoveries,
            Awards awards,
            Ledger ledger,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.claims = claims;
        this.recoveries = recoveries;
        this.awards = awards;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes what is due off another award of the same organisation that is committed and in no batch. */
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
        record Open(UUID payment, UUID award, int instalment, long fen) {}
        var open = jdbc.sql("""
                        select p.id, p.award, p.instalment, p.fen from payment.payment p join award.award w on w.id = p.award
                         where w.organisation = :organisation and w.payer = :payer and p.state = 'QUEUED' and p.attempt = 1 and p.fen <= :due
                         order by p.queued_at, p.id for update of p
                        """)
                .param("organisation", one.organisation())
                .param("payer", one.payer())
                .param("due", one.due())
                .query((row, _) -> new Open(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getLong(4)))
                .list();
        var left = one.due();
        var done = false;
        for (var payment : open) {
            if (payment.fen() > left) {
                continue;
            }
            var other = awards.find(payment.award()).orElseThrow();
            ledger.post(
                    actor,
                    List.of(new Posting(
                            "offset:" + payment.payment(),
                            Act.OFFSET,
                            other.id(),
                            one.document().orElse(""),
                            List.of(
                                    new Entry(Recoveries.account(other, Kind.COMMITTED), -payment.fen()),
                                    new Entry(Recoveries.account(other, Kind.PAID), payment.fen()),
                                    new Entry(
                                            Recoveries.account(
                                                    awards.find(one.award()).orElseThrow(), Kind.RECEIVABLE),
                                            -payment.fen()),
                                    new Entry(
                                            Recoveries.account(
                                                    awards.find(one.award()).orElseThrow(), Kind.RETURNED),
                                            payment.fen())))));
            jdbc.sql(
                            "update payment.payment set state = 'OFFSET', settled_on = :today, reason = :document where id = :id")
                    .param("today", LocalDate.now(clock))
                    .param("document", one.document().orElse(""))
                    .param("id", payment.payment())
                    .update();
            left -= payment.fen();
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
