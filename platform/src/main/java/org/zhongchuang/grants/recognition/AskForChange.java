package org.zhongchuang.grants.recognition;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.grants.recognition.Change.Kind;
import org.zhongchuang.grants.recognition.ChangePapers.Kept;
import org.zhongchuang.grants.recognition.ChangePapers.Sent;
import org.zhongchuang.grants.recognition.Changing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;

/** Asking for a change of a recognition: by its operator, or by the city. */
@Service
public class AskForChange {

    private final JdbcClient jdbc;
    private final RecognisedSpaces recognised;
    private final ChangedDetails details;
    private final ChangePapers papers;
    private final AuditLog audit;
    private final Clock clock;

    AskForChange(
            JdbcClient jdbc,
            RecognisedSpaces recognised,
            ChangedDetails details,
            ChangePapers papers,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.recognised = recognised;
        this.details = details;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for a change that no paper needs to prove. */
    @Transactional
    public Changing ask(Actor actor, String code, Kind kind, String wanted, String reason) {
        return ask(actor, code, kind, wanted, reason, List.of());
    }

    /** Asks for a change, with the papers that prove it. */
    @Transactional
    public Changing ask(Actor actor, String code, Kind kind, String wanted, String reason, List<Sent> proof) {
        var found = recognised.find(code).filter(one -> one.status().isStanding());
        if (found.isEmpty()) {
            return Changing.refused(Reason.NO_SUCH_RECOGNITION);
        }
        if (!recognised.mayAsk(actor, kind, found.get().space())) {
            return Changing.refused(Reason.NOT_YOURS);
        }
        if (reason.strip().length() < 2 || reason.length() > 1000) {
            return Changing.refused(Reason.NO_REASON);
        }
        var unfit = details.unfit(kind, wanted.strip(), found.get());
        if (unfit.isPresent()) {
            return Changing.refused(unfit.get());
        }
        if (kind.isMove() && proof.isEmpty()) {
            return Changing.refused(Reason.NO_PAPERS);
        }
        var kept = papers.keep(actor, proof);
        if (kept instanceof Kept.NotAll(var why)) {
            return new Changing.NotStored(why);
        }
        var id = UUID.randomUUID();
        var added = jdbc.sql("""
                        insert into recognition.change (id, code, kind, wanted, reason, asked_by, asker, asked_at, state)
                        values (:id, :code, :kind, :wanted, :reason, :person, :name, :now, 'OPEN') on conflict do nothing
                        """)
                .param("id", id)
                .param("code", found.get().code())
                .param("kind", kind.name())
                .param("wanted", kind.isOfDetails() ? wanted.strip() : "")
                .param("reason", reason.strip())
                .param("person", actor.person().value())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            return Changing.refused(Reason.ALREADY_OPEN);
        }
        if (kept instanceof Kept.All(var files)) {
            papers.attach(id, files);
        }
        audit.record(actor, "recognition.ask", found.get().code(), kind.name());
        return new Changing.Done(id);
    }

    /** Takes a request back that is not decided yet; whoever may ask for it on the makerspace may. */
    @Transactional
    public Changing withdraw(Actor actor, RecognisedSpace space, UUID id) {
        var kind = jdbc.sql(
                        "select kind from recognition.change where id = :id and code = :code and state = 'OPEN' for update")
                .param("id", id)
                .param("code", space.code())
                .query((row, _) -> Kind.valueOf(row.getString("kind")))
                .optional();
        if (kind.isEmpty()) {
            return Changing.refused(Reason.NO_SUCH_CHANGE);
        }
        if (!recognised.mayAsk(actor, kind.get(), space.space())) {
            return Changing.refused(Reason.NOT_YOURS);
        }
        jdbc.sql("update recognition.change set state = 'WITHDRAWN' where id = :id")
                .param("id", id)
                .update();
        audit.record(actor, "recognition.withdraw", space.code(), kind.get().name());
        return new Changing.Done(id);
    }
}
