package org.zhongchuang.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Actor;
import org.zhongchuang.audit.AuditLog;
import org.zhongchuang.award.Awards;
import org.zhongchuang.calendar.DueWork;
import org.zhongchuang.calendar.OneByOne;
import org.zhongchuang.engine.Text;
import org.zhongchuang.payment.Payments;
import org.zhongchuang.policy.Policies;

/**
 * Decisions that facts or rules corrected backwards would make lower today. Every award is judged again once a day, and
 * when the rules get another edition; an officer claims the difference back or keeps the decision with a reason. Until
 * then nothing more is paid of it.
 */
@Service
public class Affected implements DueWork {

    private static final String HELD = "决定需要复核";

    private final Claims claims;
    private final Recomputation recomputation;
    private final Payments payments;
    private final Awards awards;
    private final Policies policies;
    private final AuditLog audit;
    private final OneByOne oneByOne;
    private final JdbcClient jdbc;

    Affected(
            Claims claims,
            Recomputation recomputation,
            Payments payments,
            Awards awards,
            Policies policies,
            AuditLog audit,
            OneByOne oneByOne,
            JdbcClient jdbc) {
        this.claims = claims;
        this.recomputation = recomputation;
        this.payments = payments;
        this.awards = awards;
        this.policies = policies;
        this.audit = audit;
        this.oneByOne = oneByOne;
        this.jdbc = jdbc;
    }

    /**
     * One decision.
     *
     * @param decided what was granted, in fen
     * @param now what the rules come to today, in fen
     * @param standing what of it has been neither claimed back nor returned, in fen
     * @param reason why it is kept; empty while nobody has said so
     */
    public record Decision(
            UUID award,
            String number,
            String name,
            String payer,
            long decided,
            long now,
            long standing,
            String why,
            LocalDate foundOn,
            Optional<String> reason) {}

    @Override
    public About about() {
        return new About(
                "decisions-again",
                Text.of("决定复核", "Decisions judged again"),
                Text.of(
                        "每天以及规则更新后，重新核算每项决定；按现行事实应当减少的，暂停拨付待复核。",
                        "Once a day and when rules change every decision is judged again; one that would be lower today is held until somebody has looked at it."));
    }

    /** Looked at in full once a day; when one decision cannot be judged, the look is not over and is repeated. */
    @Override
    public void settle() {
        var today = LocalDate.now(policies.clock());
        var edition = policies.current().edition();
        var looked = jdbc.sql("select exists (select 1 from recovery.look where day = :today and edition = :edition)")
                .param("today", today)
                .param("edition", edition)
                .query(Boolean.class)
                .single();
        if (looked) {
            return;
        }
        var all = jdbc.sql("select id from award.award")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        oneByOne.each(all, id -> look(id, today));
        jdbc.sql("""
                        insert into recovery.look (day, edition) values (:today, :edition)
                        on conflict (only_row) do update set day = excluded.day, edition = excluded.edition
                        """).param("today", today).param("edition", edition).update();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    private void look(UUID id, LocalDate today) {
        var award = awards.find(id).orElseThrow();
        var standing = awards.standing(id);
        var rest = award.fen() - standing.returned() - standing.receivable();
        var again = recomputation.judge(award);
        if (again.fen() >= rest) {
            var gone = jdbc.sql("delete from recovery.affected where award = :award")
                    .param("award", id)
                    .update();
            if (gone > 0) {
                payments.free(id);
            }
            return;
        }
        // What an officer has kept stays kept until the figures change again.
        var found = jdbc.sql("""
                        insert into recovery.affected (award, fen, why, edition, found_on) values (:award, :fen, :why, :edition, :today)
                        on conflict (award) do update set fen = excluded.fen, why = excluded.why, edition = excluded.edition, found_on = excluded.found_on,
                               kept_by = null, reason = null where affected.fen <> excluded.fen or affected.why <> excluded.why
                        """)
                .param("award", id)
                .param("fen", again.fen())
                .param("why", again.why())
                .param("edition", again.edition())
                .param("today", today)
                .update();
        if (found > 0) {
            payments.hold(id, HELD);
        }
    }

    /**
     * The decisions that wait to be looked at, and then those that were kept; a county and a treasury see their own.
     */
    public List<Decision> list(Actor actor) {
        return jdbc.sql("""
                        select x.*, w.number, w.name, w.payer, w.fen decided,
                               w.fen - coalesce((select sum(b.fen) from ledger.account a join ledger.balance b on b.account = a.id
                                                  where a.matter = w.id::text and a.kind in ('RECEIVABLE', 'RETURNED')), 0)::bigint standing
                          from recovery.affected x join award.award w on w.id = x.award
                         where :everywhere or w.payer = :ownTreasury or w.area = :ownArea
                         order by x.kept_by is not null, x.found_on desc, w.number limit 200
                        """)
                .params(claims.ofAffected(actor).parameters())
                .query((row, _) -> new Decision(
                        row.getObject("award", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("payer"),
                        row.getLong("decided"),
                        row.getLong("fen"),
                        row.getLong("standing"),
                        row.getString("why"),
                        row.getObject("found_on", LocalDate.class),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    /** Keeps a decision as it is; false without a reason, and where it is not the actor's. */
    @Transactional
    public boolean keep(Actor actor, UUID award, String reason) {
        var may = awards.find(award)
                .filter(one -> awards.mayClaimBack(actor, one))
                .isPresent();
        if (!may || reason.strip().length() < 5 || reason.length() > 400) {
            return false;
        }
        var kept = jdbc.sql("update recovery.affected set kept_by = :person, reason = :reason where award = :award")
                .param("person", actor.person())
                .param("reason", reason.strip())
                .param("award", award)
                .update();
        payments.free(award);
        audit.record(actor, "affected.keep", award.toString(), "");
        return kept == 1;
    }
}
