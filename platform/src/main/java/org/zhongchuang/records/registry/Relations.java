package org.zhongchuang.records.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.registry.Registering.Reason;

/**
 * How entries of the register are related: what a team became, which makerspace is a branch of another or spun off a
 * firm, who manages or invests in whom. Each relation has a day and is never deleted.
 */
@Service
public class Relations {

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Clock clock;

    Relations(Reach reach, JdbcClient jdbc, Subjects subjects, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Kinds of relations; the source comes first in a sentence. */
    public enum Kind {
        BECAME("升级为", "became"),
        BRANCH_OF("是其分空间", "is a branch of"),
        SPUN_OFF("孵化出", "spun off"),
        MANAGES("管理", "manages"),
        INVESTS_IN("出资", "invests in");

        private final Text label;

        Kind(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        /** What the source does to the target. */
        public Text label() {
            return label;
        }
    }

    /** Relates two subjects: a branch to its brand, a fund to its manager, a space to the incubator it became. */
    @Transactional
    public Registering relate(
            Actor actor,
            Kind kind,
            SubjectId source,
            SubjectId target,
            @Nullable LocalDate since,
            @Nullable Fen fen,
            String basis,
            FormId form) {
        if (subjects.find(source).isEmpty() || subjects.find(target).isEmpty()) {
            return Registering.refused(Reason.NO_SUCH_SUBJECT);
        }
        if (!handles(actor, source) || !handles(actor, target)) {
            return Registering.refused(Reason.NOT_YOUR_AREA);
        }
        if (source.equals(target)) {
            return Registering.refused(Reason.SAME_SUBJECT);
        }
        if (since == null || since.isAfter(LocalDate.now(clock))) {
            return Registering.refused(Reason.NOT_A_PERIOD);
        }
        if (basis.strip().length() < 2 || basis.length() > 200) {
            return Registering.refused(Reason.NO_EVIDENCE);
        }
        var what = List.of(kind, source, target, since, Optional.ofNullable(fen), basis);
        if (!audit.isFirst(actor, form, "register.relate", what)) {
            return new Registering.Done(source);
        }
        jdbc.sql("""
                        insert into registry.relation (id, kind, source, target, since, until, amount, basis, recorded_at, recorded_by)
                        values (:id, :kind, :source, :target, :since, null, :fen, :basis, :now, :person)
                        """)
                .param("id", form.value())
                .param("kind", kind.name())
                .param("source", source.value())
                .param("target", target.value())
                .param("since", since)
                .param("fen", fen == null ? null : fen.value())
                .param("basis", basis.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .update();
        audit.record(actor, "register.relate", source.toString(), kind.name());
        return new Registering.Done(source);
    }

    /** Whether an entry lies where the actor's office reaches: nobody ties theirs to what is another county's. */
    public boolean handles(Actor actor, SubjectId entry) {
        return reach.may(actor, Deed.HANDLE, Thing.SUBJECT, entry.value());
    }
}
