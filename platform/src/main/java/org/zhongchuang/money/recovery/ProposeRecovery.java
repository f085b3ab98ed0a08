package org.zhongchuang.money.recovery;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** Proposes to take money back. */
@Service
public class ProposeRecovery {

    private final Awards awards;
    private final Claims claims;
    private final Recomputation recomputation;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposeRecovery(
            Awards awards, Claims claims, Recomputation recomputation, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.awards = awards;
        this.claims = claims;
        this.recomputation = recomputation;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Proposes to take back a part of an award or all; what the rules say now of the case is put beside it. */
    @Transactional
    public Recovering propose(Actor actor, AwardId award, Fen fen, Ground ground, String reasons) {
        var found = awards.find(award).filter(one -> awards.mayClaimBack(actor, one));
        if (found.isEmpty()) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (!fen.isPositive() || reasons.strip().length() < 10 || reasons.length() > 2000) {
            return Recovering.refused(Reason.NOT_COMPLETE);
        }
        var standing = awards.standing(award);
        if (fen.isMoreThan(standing.paid().minus(standing.returned()).minus(standing.receivable()))) {
            return Recovering.refused(Reason.MORE_THAN_PAID);
        }
        var open = claims.open(award);
        if (open.isPresent()) {
            return new Recovering.Refused(Reason.OPEN_ALREADY, open.map(Claim::inTheWay));
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into recovery.claim (id, award, fen, ground, reasons, recomputed, state, proposed_by, proposed_at)
                        values (:id, :award, :fen, :ground, :reasons, :recomputed, 'PROPOSED', :person, :now)
                        """)
                .param("id", id)
                .param("award", award.value())
                .param("fen", fen.value())
                .param("ground", ground.name())
                .param("reasons", reasons.strip())
                .param("recomputed", recomputation.of(found.get()))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "recovery.propose", id.toString(), ground.name());
        return new Recovering.Done(id);
    }
}
