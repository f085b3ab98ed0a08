package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.payment.Stop;

/**
 * Decisions that facts or rules corrected backwards would make lower today. {@link JudgeAgain} finds them; an officer
 * claims the difference back or keeps the decision with a reason. Until then nothing more is paid of it.
 */
@Service
public class Affected {

    private final Claims claims;
    private final Payments payments;
    private final Awards awards;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    Affected(Claims claims, Payments payments, Awards awards, AuditLog audit, JdbcClient jdbc) {
        this.claims = claims;
        this.payments = payments;
        this.awards = awards;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * One decision.
     *
     * @param decided what was granted
     * @param now what the rules come to today
     * @param standing what of it has been neither claimed back nor returned
     * @param reason why it is kept; empty while nobody has said so
     */
    public record Decision(
            AwardId award,
            String number,
            String name,
            Fen decided,
            Fen now,
            Fen standing,
            String why,
            LocalDate foundOn,
            Optional<String> reason) {}

    /**
     * The decisions that wait to be looked at, and then those that were kept; a county and a treasury see their own.
     */
    public List<Decision> list(Actor actor) {
        return jdbc.sql("""
                        select x.*, w.number, w.name, w.fen decided,
                               w.fen - coalesce((select sum(b.fen) from ledger.public_account a join ledger.public_balance b on b.account = a.id
                                                  where a.matter = w.id::text and a.kind in ('RECEIVABLE', 'RETURNED')), 0)::bigint standing
                          from recovery.affected x join award.public_award w on w.id = x.award
                         where :everywhere or :ownTreasury = any (w.payers) or w.area = :ownArea
                         order by x.kept_by is not null, x.found_on desc, w.number limit 200
                        """)
                .params(claims.ofAffected(actor).parameters())
                .query((row, _) -> new Decision(
                        new AwardId(row.getObject("award", UUID.class)),
                        row.getString("number"),
                        row.getString("name"),
                        new Fen(row.getLong("decided")),
                        new Fen(row.getLong("fen")),
                        new Fen(row.getLong("standing")),
                        row.getString("why"),
                        row.getObject("found_on", LocalDate.class),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    /** Keeps a decision as it is; false without a reason, and where it is not the actor's. */
    @Transactional
    public boolean keep(Actor actor, AwardId award, String reason) {
        var may = awards.find(award)
                .filter(one -> awards.mayClaimBack(actor, one))
                .isPresent();
        if (!may || reason.strip().length() < 5 || reason.length() > 400) {
            return false;
        }
        var kept = jdbc.sql("update recovery.affected set kept_by = :person, reason = :reason where award = :award")
                .param("person", actor.person().value())
                .param("reason", reason.strip())
                .param("award", award.value())
                .update();
        payments.free(award, Stop.JUDGED);
        audit.record(actor, "affected.keep", award.toString(), "");
        return kept == 1;
    }
}
