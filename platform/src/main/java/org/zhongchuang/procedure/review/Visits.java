package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.procedure.casework.CaseId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was found at visits: one record for a case, the last one. */
@Component
class Visits {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseId id, Actor visitor, Visit.Report report) {
        jdbc.sql("""
                        insert into review.visit (case_file, visited_on, visitor, companion, checks, faults, notes, confirmed)
                        values (:id, :day, :visitor, :companion, :checks::jsonb, :faults::jsonb, :notes, false)
                        on conflict (case_file) do update
                           set visited_on = excluded.visited_on, visitor = excluded.visitor, companion = excluded.companion,
                               checks = excluded.checks, faults = excluded.faults, notes = excluded.notes, confirmed = false, disputed = null
                        """)
                .param("id", id.value())
                .param("day", report.day())
                .param("visitor", visitor.person().value())
                .param("companion", report.companion().value())
                .param("checks", JSON.writeValueAsString(report.checks()))
                .param("faults", JSON.writeValueAsString(report.faults()))
                .param("notes", report.notes())
                .update();
    }

    /** Whether the record waited for that companion's confirmation and now has it. */
    boolean confirm(CaseId id, PersonId companion) {
        return answer(id, companion, "confirmed = true", "");
    }

    /** Whether the record waited for that companion, who does not agree with it. */
    boolean dispute(CaseId id, PersonId companion, String reason) {
        return answer(id, companion, "disputed = :reason", reason);
    }

    private boolean answer(CaseId id, PersonId companion, String answer, String reason) {
        return jdbc.sql(
                                "update review.visit set " + answer
                                        + " where case_file = :id and companion = :companion and not confirmed and disputed is null")
                        .param("id", id.value())
                        .param("companion", companion.value())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<Visit> of(CaseId id) {
        return jdbc.sql("""
                        select v.*, p.name visitor_name, c.name companion_name
                          from review.visit v join access.public_person p on p.id = v.visitor join access.public_person c on c.id = v.companion
                         where v.case_file = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> new Visit(
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("visitor_name"),
                        new PersonId(row.getObject("companion", UUID.class)),
                        row.getString("companion_name"),
                        JSON.readValue(row.getString("checks"), new TypeReference<Map<String, Boolean>>() {}),
                        JSON.readValue(row.getString("faults"), new TypeReference<Map<String, String>>() {}),
                        row.getString("notes"),
                        row.getBoolean("confirmed"),
                        Optional.ofNullable(row.getString("disputed"))))
                .optional();
    }
}
