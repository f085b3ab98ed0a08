package org.zhongchuang.procedure.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
import org.zhongchuang.ground.calendar.WorkingDays;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.file.Storing;

/** All public notices and the objections to them. */
@Service
public class Notices {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final ReceivedObjections received;
    private final Clock clock;

    Notices(JdbcClient jdbc, WorkingDays workingDays, AuditLog audit, ReceivedObjections received, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.audit = audit;
        this.received = received;
        this.clock = clock;
    }

    /**
     * Publishes for that many working days, today included when it is one.
     *
     * @param answerDays the time limit, in working days, within which an objection is answered
     */
    @Transactional
    public PublicNotice publish(Actor actor, Publication publication, int days, int answerDays) {
        var first = today();
        while (!workingDays.isWorked(first)) {
            first = first.plusDays(1);
        }
        var last = workingDays.through(first, days);
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into notice.notice (id, case_file, title, basis, space_name, operator_name, address, opened_on, area, first_day, last_day, provisional,
                                days_left, state, published_by, published_at, answer_days, fen, occasion, done)
                        values (:id, :case, :title, :basis, :space, :operator, :address, :opened, :area, :first, :last, :provisional,
                                null, 'OPEN', :person, :now, :answerDays, :fen, :occasion, :done)
                        """)
                .param("id", id)
                .param("case", publication.caseFile())
                .param("title", publication.title())
                .param("basis", publication.basis())
                .param("space", publication.spaceName())
                .param("operator", publication.operatorName())
                .param("address", publication.address())
                .param("opened", publication.openedOn())
                .param("area", publication.area())
                .param("first", first)
                .param("last", last.day())
                .param("provisional", last.provisional())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("answerDays", answerDays)
                .param("fen", publication.fen().map(Fen::value).orElse(null))
                .param("occasion", publication.occasion())
                .param("done", publication.done())
                .update();
        audit.record(actor, "notice.publish", id.toString(), first + " to " + last.day());
        return find(id).orElseThrow();
    }

    public Optional<PublicNotice> find(UUID id) {
        return jdbc.sql("select * from notice.notice where id = :id")
                .param("id", id)
                .query(Notices::row)
                .optional();
    }

    /** The notice of a case that is open or paused. */
    public Optional<PublicNotice> running(UUID caseFile) {
        return jdbc.sql("select * from notice.notice where case_file = :case and state in ('OPEN', 'PAUSED')")
                .param("case", caseFile)
                .query(Notices::row)
                .optional();
    }

    public Optional<PublicNotice> latest(UUID caseFile) {
        return jdbc.sql("select * from notice.notice where case_file = :case order by published_at desc limit 1")
                .param("case", caseFile)
                .query(Notices::row)
                .optional();
    }

    /** One page of notices, newest first; {@code after} is the last of the page before. */
    public List<PublicNotice> list(boolean runningOnly, Optional<PublicNotice> after) {
        return jdbc.sql("""
                        select * from notice.notice
                         where (not :running or state in ('OPEN', 'PAUSED'))
                           and (first_day, id) < (:day, :id)
                         order by first_day desc, id desc limit :page
                        """)
                .param("running", runningOnly)
                .param("day", after.map(PublicNotice::firstDay).orElse(LocalDate.of(9999, 1, 1)))
                .param("id", after.map(PublicNotice::id).orElse(new UUID(0, 0)))
                .param("page", PAGE)
                .query(Notices::row)
                .list();
    }

    /**
     * Receives an objection: the notice pauses at once and keeps the working days it had left. The same form sent twice
     * is received once and answered twice; sent again with other words or other evidence it is another objection.
     */
    @Transactional
    public Objection.Receipt object(UUID id, Objection.Submission submission, ObjectionListener listener) {
        var locked = jdbc.sql("select * from notice.notice where id = :id for update")
                .param("id", id)
                .query(Notices::row)
                .optional();
        var earlier = received.earlier(id, submission);
        var repeated = earlier.filter(ReceivedObjections.Earlier::same);
        var reason = reasonAgainst(locked, submission);
        if (reason.isPresent() && repeated.isEmpty()) {
            return new Objection.Receipt.Refused(reason.get());
        }
        StoredFile file = null;
        if (submission.file() != null) {
            switch (submission.file().get()) {
                case Storing.Stored(var kept) -> file = kept;
                case Storing.Rejected(var why) -> {
                    return new Objection.Receipt.FileRejected(why);
                }
            }
        }
        var evidence = Optional.ofNullable(file).map(StoredFile::sha256);
        if (repeated.filter(one -> one.evidence().equals(evidence)).isPresent()) {
            return repeated.get().receipt();
        }
        if (reason.isPresent()) {
            return new Objection.Receipt.Refused(reason.get());
        }
        var notice = locked.orElseThrow();
        var due = workingDays.after(today(), notice.answerDays()).day();
        var number = ReceiptNumber.of(today().getYear());
        // A form that was sent and is sent again with something else is another objection.
        var objection = earlier.isPresent() ? UUID.randomUUID() : submission.request();
        received.keep(objection, id, number, submission, file == null ? null : file.id(), due);
        if (notice.state() == PublicNotice.State.OPEN) {
            // The day of the objection has not been waited out: it counts again after the restart.
            var left = Math.max(workingDays.between(today().minusDays(1), notice.lastDay()), 1);
            jdbc.sql("update notice.notice set state = 'PAUSED', days_left = :left where id = :id")
                    .param("left", left)
                    .param("id", id)
                    .update();
        }
        audit.recordWithoutActor("notice.object", id.toString(), number);
        listener.objected(notice.caseFile(), due);
        return new Objection.Receipt.Received(number, due);
    }

    private Optional<Objection.Reason> reasonAgainst(Optional<PublicNotice> notice, Objection.Submission submission) {
        if (notice.isEmpty()) {
            return Optional.of(Objection.Reason.NO_SUCH_NOTICE);
        }
        var state = notice.get().state();
        if (!state.isRunning()
                || (state == PublicNotice.State.OPEN
                        && today().isAfter(notice.get().lastDay()))) {
            return Optional.of(Objection.Reason.TOO_LATE);
        }
        return submission.reasonAgainst();
    }

    public List<Objection> objections(UUID notice) {
        return received.of(notice);
    }

    /** What became of an objection to that notice, for the person who holds its receipt. */
    public Optional<Objection> byReceipt(UUID notice, String receipt) {
        return received.byReceipt(notice, ReceiptNumber.read(receipt));
    }

    /** Whether that objection is to the running notice of that case and still waits for its answer. */
    public boolean isWaiting(UUID caseFile, UUID objection) {
        return running(caseFile)
                .map(notice -> objections(notice.id()).stream()
                        .anyMatch(one -> one.id().equals(objection) && one.state() == Objection.State.RECEIVED))
                .orElse(false);
    }

    /** Answers an objection. Upheld ends the notice; with the last rejected one it runs on from today. */
    @Transactional
    public PublicNotice answer(Actor actor, UUID objection, boolean upheld, String reply) {
        var notice = jdbc.sql("""
                        update notice.objection set state = :state, reply = :reply, decided_by = :person, decided_at = :now
                         where id = :id and state = 'RECEIVED' returning notice
                        """)
                .param("state", upheld ? "UPHELD" : "REJECTED")
                .param("reply", reply)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", objection)
                .query(UUID.class)
                .single();
        audit.record(actor, "notice.answer", objection.toString(), upheld ? "upheld" : "rejected");
        if (upheld) {
            jdbc.sql("update notice.notice set state = 'UPHELD', days_left = null where id = :id")
                    .param("id", notice)
                    .update();
        } else if (objections(notice).stream().noneMatch(one -> one.state() == Objection.State.RECEIVED)) {
            restart(notice);
        }
        return find(notice).orElseThrow();
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

    /** Whether a case's notice is over, no objection upheld and none unanswered. */
    public boolean hasEndedUnchallenged(UUID caseFile) {
        return latest(caseFile)
                .filter(notice -> notice.state() == PublicNotice.State.ENDED)
                .filter(notice ->
                        objections(notice.id()).stream().noneMatch(one -> one.state() != Objection.State.REJECTED))
                .isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static PublicNotice row(ResultSet row, int number) throws SQLException {
        return new PublicNotice(
                row.getObject("id", UUID.class),
                row.getObject("case_file", UUID.class),
                row.getString("title"),
                row.getString("basis"),
                row.getString("space_name"),
                row.getString("operator_name"),
                row.getString("address"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("area"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("provisional"),
                PublicNotice.State.valueOf(row.getString("state")),
                row.getInt("answer_days"),
                Optional.ofNullable(row.getObject("fen", Long.class)).map(Fen::new),
                row.getString("occasion"),
                row.getString("done"));
    }
}
