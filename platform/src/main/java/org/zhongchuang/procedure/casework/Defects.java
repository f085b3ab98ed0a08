package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What applicants were asked to correct. */
@Component
public class Defects {

    private final JdbcClient jdbc;
    private final Clock clock;

    Defects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(CaseId id, String target, String message) {
        jdbc.sql("""
                        insert into casework.defect (id, case_file, target, message, told_at, corrected_at)
                        values (:defect, :id, :target, :message, :now, null)
                        """)
                .param("defect", UUID.randomUUID())
                .param("id", id.value())
                .param("target", target)
                .param("message", message)
                .param("now", now())
                .update();
    }

    public void close(CaseId id) {
        jdbc.sql("update casework.defect set corrected_at = :now where case_file = :id and corrected_at is null")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    public List<Defect> of(CaseId id) {
        return jdbc.sql(
                        "select target, message, told_at, corrected_at from casework.defect where case_file = :id order by told_at, target")
                .param("id", id.value())
                .query((row, _) -> new Defect(
                        row.getString("target"),
                        row.getString("message"),
                        row.getTimestamp("told_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("corrected_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** The facts or papers that the applicant may change now; empty when all may be. */
    public Optional<List<String>> openTargets(CaseFile file) {
        return file.step() == Step.DRAFT
                ? Optional.empty()
                : Optional.of(
                        jdbc.sql("select target from casework.defect where case_file = :id and corrected_at is null")
                                .param("id", file.id().value())
                                .query(String.class)
                                .list());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
