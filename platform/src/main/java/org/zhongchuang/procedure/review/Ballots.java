package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.procedure.casework.CaseId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The votes of the experts drawn for cases. */
@Component
class Ballots {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Ballots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void draw(CaseId id, PersonId expert) {
        jdbc.sql("insert into review.ballot (case_file, expert, state) values (:id, :expert, 'ASSIGNED')")
                .param("id", id.value())
                .param("expert", expert.value())
                .update();
    }

    /** Whether the expert's vote was still open and is now given back. */
    boolean recuse(CaseId id, PersonId expert, String reason, LocalDate today) {
        return jdbc.sql("""
                                update review.ballot set state = 'RECUSED', comment = :reason, draft = null, closed_on = :today
                                 where case_file = :id and expert = :expert and state = 'ASSIGNED'
                                """)
                        .param("reason", reason)
                        .param("today", today)
                        .param("id", id.value())
                        .param("expert", expert.value())
                        .update()
                == 1;
    }

    /** Whether the expert's vote was still open and is now cast. */
    boolean score(CaseId id, PersonId expert, Map<String, Integer> scores, String comment, LocalDate today) {
        return jdbc.sql("""
                                update review.ballot
                                   set state = 'SCORED', scores = :scores::jsonb, total = :total, comment = :comment,
                                       draft = null, closed_on = :today
                                 where case_file = :id and expert = :expert and state = 'ASSIGNED'
                                """)
                        .param("scores", JSON.writeValueAsString(scores))
                        .param(
                                "total",
                                scores.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                        .param("comment", comment)
                        .param("today", today)
                        .param("id", id.value())
                        .param("expert", expert.value())
                        .update()
                == 1;
    }

    /** Whether the expert's vote is still open and what was filled in is now kept with it. */
    boolean keep(CaseId id, PersonId expert, Map<String, String> draft) {
        return jdbc.sql("""
                                update review.ballot set draft = :draft::jsonb
                                 where case_file = :id and expert = :expert and state = 'ASSIGNED'
                                """)
                        .param("draft", JSON.writeValueAsString(draft))
                        .param("id", id.value())
                        .param("expert", expert.value())
                        .update()
                == 1;
    }

    /** What that expert has filled in so far, by field. */
    Map<String, String> draft(CaseId id, PersonId expert) {
        return jdbc.sql(
                        "select draft from review.ballot where case_file = :id and expert = :expert and draft is not null")
                .param("id", id.value())
                .param("expert", expert.value())
                .query((row, _) -> JSON.readValue(row.getString("draft"), new TypeReference<Map<String, String>>() {}))
                .optional()
                .orElse(Map.of());
    }

    /** The votes that somebody gave back, the last first. */
    List<Recusal> recusals(PersonId expert) {
        return jdbc.sql("""
                        select c.number, b.comment, b.closed_on
                          from review.ballot b join casework.public_case_file c on c.id = b.case_file
                         where b.expert = :expert and b.state = 'RECUSED' order by b.closed_on desc nulls last, c.number
                        """)
                .param("expert", expert.value())
                .query((row, _) -> new Recusal(
                        row.getString("number"), row.getString("comment"), row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    List<Ballot> of(CaseId id) {
        return jdbc.sql("""
                        select b.*, p.name from review.ballot b join access.public_person p on p.id = b.expert
                         where b.case_file = :id order by b.expert
                        """)
                .param("id", id.value())
                .query((row, _) -> new Ballot(
                        new PersonId(row.getObject("expert", UUID.class)),
                        row.getString("name"),
                        Ballot.State.valueOf(row.getString("state")),
                        scores(row.getString("scores")),
                        row.getObject("total", Integer.class),
                        row.getString("comment")))
                .list();
    }

    private static Map<String, Integer> scores(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, Integer>>() {});
    }
}
