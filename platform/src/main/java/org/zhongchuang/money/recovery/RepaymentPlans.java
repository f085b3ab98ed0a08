package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.recovery.Claim.State;
import org.zhongchuang.money.recovery.Recovering.Reason;

/** In which parts, and by when, what is claimed back is repaid. */
@Service
public class RepaymentPlans {

    private final Claims claims;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RepaymentPlans(Claims claims, AuditLog audit, JdbcClient jdbc) {
        this.claims = claims;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Lays down in which parts it is paid back. */
    @Transactional
    public Recovering plan(Actor actor, UUID id, List<Fen> parts, List<LocalDate> days) {
        var claim = claims.lock(id);
        if (claim.isEmpty() || !claims.mayHandle(actor, id)) {
            return Recovering.refused(Reason.NOT_YOURS);
        }
        if (claim.get().state() != State.DUE) {
            return Recovering.refused(Reason.WRONG_STATE);
        }
        if (parts.isEmpty()
                || parts.stream().anyMatch(fen -> !fen.isPositive())
                || !Fen.sum(parts.stream()).equals(claim.get().due())) {
            return Recovering.refused(Reason.PARTS_DIFFER);
        }
        jdbc.sql("delete from recovery.plan where claim = :id").param("id", id).update();
        for (int i = 0; i < parts.size(); i++) {
            jdbc.sql("""
                            insert into recovery.plan (claim, seq, fen, due_on)
                            values (:id, :seq, :fen, :day)
                            """)
                    .param("id", id)
                    .param("seq", i + 1)
                    .param("fen", parts.get(i).value())
                    .param("day", days.get(i))
                    .update();
        }
        audit.record(actor, "recovery.plan", id.toString(), String.valueOf(parts.size()));
        return new Recovering.Done(id);
    }
}
