package org.zhongchuang.procedure.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The hearings before refusals: one for a case, the last one. */
@Component
class Hearings {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    Hearings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells what the refusal is to rest on; what was said to other reasons before stays in the history of the case. */
    void tell(CaseId id, Actor actor, List<RefusalReason> reasons, LocalDate today, LocalDate until) {
        jdbc.sql("""
                        insert into decision.hearing (case_file, reasons, told_on, told_by, until)
                        values (:id, :reasons::jsonb, :today, :person, :until)
                        on conflict (case_file) do update
                           set reasons = excluded.reasons, told_on = excluded.told_on, told_by = excluded.told_by,
                               until = excluded.until, statement = null, stated_on = null
                        """)
                .param("id", id.value())
                .param("reasons", JSON.writeValueAsString(reasons))
                .param("today", today)
                .param("person", actor.person().value())
                .param("until", until)
                .update();
    }

    void answer(CaseId id, String statement, LocalDate today) {
        jdbc.sql("update decision.hearing set statement = :statement, stated_on = :today where case_file = :id")
                .param("statement", statement)
                .param("today", today)
                .param("id", id.value())
                .update();
    }

    /** The cases of the actor's organisation about which a hearing is open, with the last day for an answer. */
    Map<CaseId, LocalDate> open(Actor actor) {
        var open = new HashMap<CaseId, LocalDate>();
        jdbc.sql("""
                        select h.case_file, h.until from decision.hearing h join casework.public_case_file c on c.id = h.case_file
                         where c.operator = :organisation and c.step = 'DECISION' and h.statement is null and h.until >= :today
                        """)
                .param("organisation", actor.organisation().value())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    open.put(
                            new CaseId(row.getObject("case_file", UUID.class)),
                            row.getObject("until", LocalDate.class));
                });
        return open;
    }

    Optional<Hearing> of(CaseId id) {
        return jdbc.sql("select * from decision.hearing where case_file = :id")
                .param("id", id.value())
                .query((row, _) -> new Hearing(
                        JSON.readValue(row.getString("reasons"), new TypeReference<List<RefusalReason>>() {}),
                        row.getObject("told_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        Optional.ofNullable(row.getString("statement")),
                        Optional.ofNullable(row.getObject("stated_on", LocalDate.class))))
                .optional();
    }
}
