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
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
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
     * @param checkDays the time limit, in working days, within which somebody looks whether an objection is one
     * @param answerDays the time limit, in working days, within which an objection is answered
     */
    @Transactional
    public PublicNotice publish(Actor actor, Publication publication, int days, int checkDays, int answerDays) {
        var first = today();
        while (!workingDays.isWorked(first)) {
            first = first.plusDays(1);
        }
        var last = workingDays.through(first, days);
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into notice.notice (id, case_file, title, basis, space_name, operator_name, address, opened_on, area, first_day, last_day, provisional,
                                days_left, state, published_by, published_at, check_days, answer_days, fen, occasion, occasion_en, done)
                        values (:id, :case, :title, :basis, :space, :operator, :address, :opened, :area, :first, :last, :provisional,
                                null, 'OPEN', :person, :now, :checkDays, :answerDays, :fen, :occasion, :occasionEn, :done)
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
                .param("checkDays", checkDays)
                .param("answerDays", answerDays)
                .param("fen", publication.fen().map(Fen::value).orElse(null))
                .param("occasion", publication.occasion().zh())
                .param("occasionEn", publication.occasion().en())
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
     * Receives an objection. It stops nothing by itself: the notice runs on until somebody has found that it is one,
     * and does not end before. The same form sent twice is received once and answered twice; sent again with other
     * words or other evidence it is another objection. What the same sender adds while theirs is open is one matter
     * with it.
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
        var matter = received.openMatter(id, submission);
        var days = matter.map(one -> new ReceivedObjections.Days(one.nextDue(), one.dueOn()))
                .orElseGet(() -> new ReceivedObjections.Days(
                        workingDays.after(today(), notice.checkDays()).day(),
                        workingDays.after(today(), notice.answerDays()).day()));
        var number = ReceiptNumber.of(today().getYear());
        // A form that was sent and is sent again with something else is another objection.
        var objection = earlier.isPresent() ? UUID.randomUUID() : submission.request();
        received.keep(objection, id, number, submission, file == null ? null : file.id(), days, matter);
        audit.recordWithoutActor("notice.object", id.toString(), "");
        listener.objected(notice.caseFile(), nextDue(id).orElseThrow());
        return ReceivedObjections.received(received.find(objection).orElseThrow());
    }

    /** The next day by which an objection to a notice is looked at or answered; empty while none is open. */
    public Optional<LocalDate> nextDue(UUID notice) {
        return objections(notice).stream()
                .filter(Objection::isOpen)
                .map(Objection::nextDue)
                .min(LocalDate::compareTo);
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

    /** What became of an objection, for the person who holds its receipt, however they type its number. */
    public Optional<Objection> byReceipt(String typed) {
        return ReceiptNumber.read(typed).flatMap(received::byReceipt);
    }

    /** The notice that somebody objected to. */
    public PublicNotice objectedTo(Objection objection) {
        return received.noticeOf(objection.id()).flatMap(this::find).orElseThrow();
    }

    /** Whether a case's notice is over, no objection upheld and none unanswered. */
    public boolean hasEndedUnchallenged(UUID caseFile) {
        return latest(caseFile)
                .filter(notice -> notice.state() == PublicNotice.State.ENDED)
                .filter(notice -> objections(notice.id()).stream()
                        .noneMatch(one -> one.isOpen() || one.state() == Objection.State.UPHELD))
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
                row.getInt("check_days"),
                row.getInt("answer_days"),
                Optional.ofNullable(row.getObject("fen", Long.class)).map(Fen::new),
                Text.of(row.getString("occasion"), row.getString("occasion_en")),
                row.getString("done"));
    }
}
