package org.zhongchuang.procedure.filing;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.procedure.casework.CaseId;

/** Who answered each question of an application last, when, and what could not be understood. */
@Component
public class TypedAnswers {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TypedAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last answer to one question.
     *
     * @param unread what was typed, where it could not be understood
     */
    public record Typed(PersonId by, String name, Instant at, Optional<String> unread) {}

    public Map<String, Typed> of(CaseId id) {
        return jdbc
                .sql("""
                        select t.fact, t.typed_by, p.name, t.typed_at, t.unread
                          from filing.typed_answer t join access.public_person p on p.id = t.typed_by
                         where t.case_file = :case
                        """)
                .param("case", id.value())
                .query((row, _) -> Map.entry(
                        row.getString("fact"),
                        new Typed(
                                new PersonId(row.getObject("typed_by", UUID.class)),
                                row.getString("name"),
                                row.getTimestamp("typed_at").toInstant(),
                                Optional.ofNullable(row.getString("unread")))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What could not be understood, by fact. */
    public Map<String, String> unread(CaseId id) {
        return of(id).entrySet().stream()
                .filter(one -> one.getValue().unread().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().unread().orElseThrow()));
    }

    /** Keeps who answered just now, and what was typed if it could not be understood. */
    void keep(Actor actor, CaseId id, String fact, Optional<String> unread) {
        jdbc.sql("""
                        insert into filing.typed_answer (case_file, fact, typed_by, typed_at, unread)
                        values (:case, :fact, :person, :now, :unread)
                        on conflict (case_file, fact) do update
                           set typed_by = excluded.typed_by, typed_at = excluded.typed_at, unread = excluded.unread
                        """)
                .param("case", id.value())
                .param("fact", fact)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "unread",
                        unread.map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
                                .orElse(null))
                .update();
    }
}
