package org.zhongchuang.procedure.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.file.StoredFile;

/** The objections that have been received, who objects sealed in its place. */
@Component
class ReceivedObjections {

    private static final String OBJECTOR = "notice.objection.objector";
    private static final String CONTACT = "notice.objection.contact";

    private final JdbcClient jdbc;
    private final FileStore files;
    private final Seal seal;
    private final Clock clock;

    ReceivedObjections(JdbcClient jdbc, FileStore files, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * What has been received with a form already.
     *
     * @param same whether the words that come with it now are the same
     * @param evidence what the file holds that came with it, as its hash
     */
    record Earlier(boolean same, Optional<String> evidence, Objection.Receipt receipt) {}

    Optional<Earlier> earlier(UUID notice, Objection.Submission submission) {
        return jdbc.sql("select * from notice.objection where id = :id")
                .param("id", submission.request())
                .query((row, _) -> new Earlier(
                        isSame(row, notice, submission),
                        Optional.ofNullable(row.getObject("file", UUID.class))
                                .flatMap(files::find)
                                .map(StoredFile::sha256),
                        received(row(row, 0))))
                .optional();
    }

    /** What its sender is told. */
    static Objection.Receipt received(Objection kept) {
        return new Objection.Receipt.Received(
                kept.receipt(), Objects.requireNonNullElse(kept.checkBy(), kept.dueOn()), kept.dueOn());
    }

    private boolean isSame(ResultSet row, UUID notice, Objection.Submission submission) throws SQLException {
        return row.getObject("notice", UUID.class).equals(notice)
                && row.getString("grounds").equals(submission.grounds().strip())
                && isOfSender(row, submission);
    }

    /** The objection to that notice by which the same sender has begun a matter that is not answered yet. */
    Optional<Objection> openMatter(UUID notice, Objection.Submission submission) {
        return jdbc
                .sql("""
                        select * from notice.objection
                         where notice = :notice and matter is null and state in ('RECEIVED', 'ADMITTED') order by received_at, id
                        """)
                .param("notice", notice)
                .query((row, number) -> isOfSender(row, submission) ? Optional.of(row(row, number)) : none())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Objection> none() {
        return Optional.empty();
    }

    private boolean isOfSender(ResultSet row, Objection.Submission submission) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return seal.holds(row.getBytes("objector"), OBJECTOR, id, submission.name())
                && seal.holds(row.getBytes("contact"), CONTACT, id, submission.contact());
    }

    /** When an objection is to be looked at and answered. */
    record Days(LocalDate checkBy, LocalDate due) {}

    /**
     * Keeps an objection.
     *
     * @param matter the open one of the same sender that it adds to, if there is one
     */
    void keep(
            UUID id,
            UUID notice,
            String receipt,
            Objection.Submission submission,
            @Nullable UUID file,
            Days days,
            Optional<Objection> matter) {
        jdbc.sql("""
                        insert into notice.objection (id, notice, receipt, objector, contact, grounds, file, received_at, check_by, due_on, state, matter,
                                reply, decided_by, decided_at)
                        values (:id, :notice, :receipt, :objector, :contact, :grounds, :file, :now, :check, :due, :state, :matter, '', null, null)
                        """)
                .param("id", id)
                .param("notice", notice)
                .param("receipt", receipt)
                .param("objector", seal.close(submission.name(), OBJECTOR, id))
                .param("contact", seal.close(submission.contact(), CONTACT, id))
                .param("grounds", submission.grounds().strip())
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("check", days.checkBy())
                .param("due", days.due())
                .param(
                        "state",
                        matter.map(Objection::state)
                                .orElse(Objection.State.RECEIVED)
                                .name())
                .param("matter", matter.map(Objection::id).orElse(null))
                .update();
    }

    List<Objection> of(UUID notice) {
        return jdbc.sql("select * from notice.objection where notice = :notice order by received_at, id")
                .param("notice", notice)
                .query(ReceivedObjections::row)
                .list();
    }

    /** The notice that an objection is to. */
    Optional<UUID> noticeOf(UUID id) {
        return jdbc.sql("select notice from notice.objection where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<Objection> find(UUID id) {
        return jdbc.sql("select * from notice.objection where id = :id")
                .param("id", id)
                .query(ReceivedObjections::row)
                .optional();
    }

    /** Who objected, for an officer who has to find out whether they can be reached. */
    Objection.Sender sender(UUID id) {
        return jdbc.sql("select objector, contact from notice.objection where id = :id")
                .param("id", id)
                .query((row, _) -> new Objection.Sender(
                        seal.open(row.getBytes("objector"), OBJECTOR, id),
                        seal.open(row.getBytes("contact"), CONTACT, id)))
                .single();
    }

    Optional<Objection> byReceipt(String receipt) {
        return jdbc.sql("select * from notice.objection where receipt = :receipt")
                .param("receipt", receipt)
                .query(ReceivedObjections::row)
                .optional();
    }

    private static Objection row(ResultSet row, int number) throws SQLException {
        return new Objection(
                row.getObject("id", UUID.class),
                row.getString("receipt"),
                row.getString("grounds"),
                Optional.ofNullable(row.getObject("file", UUID.class)),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("check_by", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Objection.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("matter", UUID.class)),
                row.getString("reply"));
    }
}
