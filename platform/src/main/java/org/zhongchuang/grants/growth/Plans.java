package org.zhongchuang.grants.growth;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.registry.SubjectId;

/** The steps an operator plans towards a level, and which of them are coming due. */
@Service
public class Plans {

    /** From so many days before its day on, a step is brought to mind. */
    private static final int REMINDED = 14;

    private final JdbcClient jdbc;
    private final KeepRecords records;
    private final AuditLog audit;
    private final Policies policies;
    private final Clock clock;

    Plans(JdbcClient jdbc, KeepRecords records, AuditLog audit, Policies policies, Clock clock) {
        this.policies = policies;
        this.jdbc = jdbc;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** A step of a plan. */
    public record Step(
            UUID id,
            SubjectId space,
            String programme,
            String criterion,
            String what,
            LocalDate due,
            boolean done,
            boolean soon) {}

    /** Adds a step, once for each form; what is wrong with it otherwise. */
    @Transactional
    public Optional<Text> add(
            Actor actor,
            SubjectId space,
            String programme,
            String criterion,
            String what,
            Optional<LocalDate> due,
            FormId form) {
        if (!records.keeps(actor, space)) {
            return Optional.of(Text.of("不是本机构的众创空间。", "It is not a makerspace of your organisation."));
        }
        if (policies.current().levels().stream().noneMatch(one -> one.id().equals(programme))
                || !criterion.matches("[a-z0-9_-]{1,60}")) {
            return Optional.of(Text.of("没有这一级别的事项，请在页面上选择。", "There is no such level; choose one on the page."));
        }
        if (what.strip().length() < 2 || what.length() > 400) {
            return Optional.of(Text.of("请写明要做什么，2到400个字。", "Say what is to be done, 2 to 400 characters."));
        }
        if (due.filter(day -> day.isAfter(LocalDate.now(clock))).isEmpty()) {
            return Optional.of(Text.of("请填写以后的日期。", "Give a day to come."));
        }
        if (!audit.isFirst(actor, form, "growth.plan", space, programme, criterion, what, due.get())) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into growth.step (id, space, programme, criterion, what, due_on, made_by, made_at, done_at, dropped_at)
                        values (:id, :space, :programme, :criterion, :what, :due, :person, :now, null, null)
                        """)
                .param("id", form.value())
                .param("space", space.value())
                .param("programme", programme)
                .param("criterion", criterion)
                .param("what", what.strip())
                .param("due", due.get())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "growth.plan", space.toString(), programme);
        return Optional.empty();
    }

    /** Ends a step: done, or dropped. */
    @Transactional
    public void end(Actor actor, SubjectId space, UUID step, boolean done) {
        if (records.keeps(actor, space)) {
            jdbc.sql("update growth.step set " + (done ? "done_at" : "dropped_at")
                            + " = :now where id = :id and space = :space and done_at is null and dropped_at is null")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", step)
                    .param("space", space.value())
                    .update();
            audit.record(actor, done ? "growth.done" : "growth.drop", space.toString(), step.toString());
        }
    }

    /** The steps of a space in the order of their days. */
    public List<Step> of(SubjectId space) {
        var reminded = LocalDate.now(clock).plusDays(REMINDED);
        return jdbc.sql("select * from growth.step where space = :space and dropped_at is null order by due_on, id")
                .param("space", space.value())
                .query((row, _) -> new Step(
                        row.getObject("id", UUID.class),
                        space,
                        row.getString("programme"),
                        row.getString("criterion"),
                        row.getString("what"),
                        row.getObject("due_on", LocalDate.class),
                        row.getTimestamp("done_at") != null,
                        row.getTimestamp("done_at") == null
                                && !row.getObject("due_on", LocalDate.class).isAfter(reminded)))
                .list();
    }
}
