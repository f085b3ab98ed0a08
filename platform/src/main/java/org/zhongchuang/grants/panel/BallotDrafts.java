package org.zhongchuang.grants.panel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.records.registry.SubjectId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What experts have filled in for their seats and not cast yet, complete or not. */
@Component
public class BallotDrafts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    BallotDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what is typed, by field, in the place of what was kept before. */
    public void keep(UUID round, SubjectId space, PersonId expert, Map<String, String> typed) {
        jdbc.sql("""
                        insert into panel.draft (round, space, expert, typed, kept_at)
                        values (:round, :space, :expert, cast(:typed as jsonb), :now)
                        on conflict (round, space, expert) do update set typed = excluded.typed, kept_at = excluded.kept_at
                        """)
                .param("round", round)
                .param("space", space.value())
                .param("expert", expert.value())
                .param("typed", JSON.writeValueAsString(typed))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What was kept last for a seat; empty where nothing was, or the ballot was cast since. */
    public Map<String, String> of(UUID round, SubjectId space, PersonId expert) {
        return jdbc.sql("select typed from panel.draft where round = :round and space = :space and expert = :expert")
                .param("round", round)
                .param("space", space.value())
                .param("expert", expert.value())
                .query((row, _) -> JSON.readValue(row.getString("typed"), new TypeReference<Map<String, String>>() {}))
                .optional()
                .orElse(Map.of());
    }

    public void drop(UUID round, SubjectId space, PersonId expert) {
        jdbc.sql("delete from panel.draft where round = :round and space = :space and expert = :expert")
                .param("round", round)
                .param("space", space.value())
                .param("expert", expert.value())
                .update();
    }
}
