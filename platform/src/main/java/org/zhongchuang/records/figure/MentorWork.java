package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/**
 * What makerspaces wrote down of a mentor: where they were appointed, and how often they advised. Rows name people, and
 * so a namesake's count too; no more is told of them than where and how many.
 */
@Service
public class MentorWork {

    private final Subjects subjects;
    private final JdbcClient jdbc;

    MentorWork(Subjects subjects, JdbcClient jdbc) {
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    /**
     * What one makerspace wrote down.
     *
     * @param since the first day of the appointment; empty where only sessions are written down
     * @param until its last day; empty where none is set
     */
    public record At(
            SubjectId space,
            String name,
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            long sessions,
            BigDecimal hours,
            Optional<LocalDate> last) {}

    /** Makerspace by makerspace, those first that wrote something down last. */
    public List<At> of(Actor mentor) {
        return jdbc.sql("""
                        select s.id, s.name, min(e.day) filter (where e.kind = 'MENTORS') since,
                               case when bool_or(e.until is null) filter (where e.kind = 'MENTORS') then null
                                    else max(e.until) filter (where e.kind = 'MENTORS') end until,
                               count(*) filter (where e.kind = 'SESSIONS') sessions,
                               coalesce(sum(e.quantity) filter (where e.kind = 'SESSIONS'), 0) hours,
                               max(e.day) filter (where e.kind = 'SESSIONS') last
                          from evidence.public_entry e join registry.public_subject s on s.id = e.space
                         where e.who = registry.public_plain_name(:name) and e.kind in ('MENTORS', 'SESSIONS') and e.voided_at is null
                         group by s.id, s.name order by max(e.day) desc, s.name
                        """)
                .param("name", subjects.actingAs(mentor).map(Subject::name).orElse(mentor.name()))
                .query(MentorWork::at)
                .list();
    }

    private static At at(ResultSet row, int number) throws SQLException {
        return new At(
                new SubjectId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                row.getLong("sessions"),
                row.getBigDecimal("hours"),
                Optional.ofNullable(row.getObject("last", LocalDate.class)));
    }
}
