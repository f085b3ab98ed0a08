package org.zhongchuang.procedure.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;

/**
 * What officers do with objections: they look whether it is one, by its sender and what it says, and answer it. What
 * its sender added to it goes the same way.
 */
@Service
public class AnswerObjections {

    private final JdbcClient jdbc;
    private final Notices notices;
    private final ReceivedObjections received;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final Clock clock;

    AnswerObjections(
            JdbcClient jdbc,
            Notices notices,
            ReceivedObjections received,
            WorkingDays workingDays,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.received = received;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** The objections to the running notice of a case that wait, each with what its sender added to it. */
    public List<Objection> waiting(UUID caseFile) {
        return notices.running(caseFile).stream()
                .flatMap(notice -> received.of(notice.id()).stream())
                .filter(one -> one.isOpen() && one.isOfItsOwn())
                .toList();
    }

    /** Who objected; that somebody asked is on record. */
    @Transactional
    public Objection.Sender sender(Actor actor, Objection objection) {
        audit.record(actor, "notice.sender", objection.id().toString(), "");
        return received.sender(objection.id());
    }

    /** Finds that it names somebody who can be reached and a fact: it is answered, and holds the notice until then. */
    @Transactional
    public PublicNotice admit(Actor actor, Objection objection) {
        var notice = settle(actor, objection, Objection.State.RECEIVED, Objection.State.ADMITTED, "");
        if (notice.state() == PublicNotice.State.OPEN) {
            // The day on which it is held has not been waited out: it counts again after the restart.
            var left = Math.max(workingDays.between(today().minusDays(1), notice.lastDay()), 1);
            jdbc.sql("update notice.notice set state = 'PAUSED', days_left = :left where id = :id")
                    .param("left", left)
                    .param("id", notice.id())
                    .update();
        }
        audit.record(actor, "notice.check", objection.id().toString(), "admitted");
        return notices.find(notice.id()).orElseThrow();
    }

    /**
     * Finds that it names nobody who can be reached or no fact: it is answered with the reason and holds up nothing.
     */
    @Transactional
    public PublicNotice dismiss(Actor actor, Objection objection, String reason) {
        var notice = settle(actor, objection, Objection.State.RECEIVED, Objection.State.DISMISSED, reason);
        audit.record(actor, "notice.check", objection.id().toString(), "dismissed");
        return notice;
    }

    /**
     * Answers an objection. Upheld ends the notice, and with it what else was open; with the last rejected one it runs
     * on from today.
     */
    @Transactional
    public PublicNotice answer(Actor actor, Objection objection, boolean upheld, String reply) {
        var state = upheld ? Objection.State.UPHELD : Objection.State.REJECTED;
        var notice = settle(actor, objection, Objection.State.ADMITTED, state, reply);
        audit.record(actor, "notice.answer", objection.id().toString(), upheld ? "upheld" : "rejected");
        if (upheld) {
            jdbc.sql("update notice.notice set state = 'UPHELD', days_left = null where id = :id")
                    .param("id", notice.id())
                    .update();
            jdbc.sql(
                            "update notice.objection set state = 'CLOSED' where notice = :id and state in ('RECEIVED', 'ADMITTED')")
                    .param("id", notice.id())
                    .update();
        } else if (notices.objections(notice.id()).stream().noneMatch(one -> one.state() == Objection.State.ADMITTED)) {
            restart(notice.id());
        }
        return notices.find(notice.id()).orElseThrow();
    }

    private PublicNotice settle(
            Actor actor, Objection objection, Objection.State from, Objection.State to, String reply) {
        var notice = jdbc.sql("select * from notice.notice where id = :id for update")
                .param("id", received.noticeOf(objection.id()).orElseThrow())
                .query(Notices::row)
                .single();
        var decided = to != Objection.State.ADMITTED;
        jdbc.sql("""
                        update notice.objection set state = :to, reply = :reply, decided_by = :person, decided_at = :now
                         where (id = :id or matter = :id) and state = :from
                        """)
                .param("to", to.name())
                .param("from", from.name())
                .param("reply", reply)
                .param("person", decided ? actor.person().value() : null)
                .param("now", decided ? Timestamp.from(clock.instant()) : null)
                .param("id", objection.id())
                .update();
        return notice;
    }

    private void restart(UUID notice) {
        var left = jdbc.sql("select days_left from notice.notice where id = :id")
                .param("id", notice)
                .query(Integer.class)
                .single();
        var last = workingDays.through(today(), left);
        jdbc.sql(
                        "update notice.notice set state = 'OPEN', days_left = null, last_day = :last, provisional = :provisional where id = :id")
                .param("last", last.day())
                .param("provisional", last.provisional())
                .param("id", notice)
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
