package org.zhongchuang.procedure.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
                        new Objection.Receipt.Received(
                                row.getString("receipt"), row.getObject("due_on", LocalDate.class))))
                .optional();
    }

    private boolean isSame(ResultSet row, UUID notice, Objection.Submission submission) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return row.getObject("notice", UUID.class).equals(notice)
                && row.getString("grounds").equals(submission.grounds().strip())
                && seal.holds(row.getBytes("objector"), OBJECTOR, id, submission.name())
                && seal.holds(row.getBytes("contact"), CONTACT, id, submission.contact());
    }

    void keep(
            UUID id, UUID notice, String receipt, Objection.Submission submission, @Nullable UUID file, LocalDate due) {
        jdbc.sql("""
                        insert into notice.objection (id, notice, receipt, objector, contact, grounds, file, received_at, due_on, state, reply, decided_by, decided_at)
                        values (:id, :notice, :receipt, :objector, :contact, :grounds, :file, :now, :due, 'RECEIVED', '', null, null)
                        """)
                .param("id", id)
                .param("notice", notice)
                .param("receipt", receipt)
                .param("objector", seal.close(submission.name(), OBJECTOR, id))
                .param("contact", seal.close(submission.contact(), CONTACT, id))
                .param("grounds", submission.grounds().strip())
                .param("file", file)
                .param("now", Timestamp.from(clock.instant()))
                .param("due", due)
                .update();
    }

    List<Objection> of(UUID notice) {
        return jdbc.sql("select * from notice.objection where notice = :notice order by received_at, id")
                .param("notice", notice)
                .query(ReceivedObjections::row)
                .list();
    }

    Optional<Objection> byReceipt(UUID notice, String receipt) {
        return jdbc.sql("select * from notice.objection where notice = :notice and receipt = :receipt")
                .param("notice", notice)
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
                row.getObject("due_on", LocalDate.class),
                Objection.State.valueOf(row.getString("state")),
                row.getString("reply"));
    }
}
