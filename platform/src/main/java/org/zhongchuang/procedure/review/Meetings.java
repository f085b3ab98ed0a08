package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.casework.CaseId;

/** The meetings that cases were brought to: one for a case, the last one. */
@Component
class Meetings {

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId id, LocalDate day, String minutes, String resolution) {
        jdbc.sql("""
                        insert into review.meeting (case_file, held_on, minutes, resolution)
                        values (:id, :day, :minutes, :resolution)
                        on conflict (case_file) do update
                           set held_on = excluded.held_on, minutes = excluded.minutes, resolution = excluded.resolution
                        """)
                .param("id", id.value())
                .param("day", day)
                .param("minutes", minutes)
                .param("resolution", resolution)
                .update();
    }

    Optional<Meeting> of(CaseId id) {
        return jdbc.sql("select * from review.meeting where case_file = :id")
                .param("id", id.value())
                .query((row, _) -> new Meeting(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("minutes"),
                        row.getString("resolution")))
                .optional();
    }
}
