package org.zhongchuang.procedure.amendment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;

/** What-ifs that officers have kept for one another: a name and the address of the page. */
@Service
public class Scenarios {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Scenarios(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A what-if that was kept. */
    public record Scenario(String name, String query, String unit, Instant savedAt) {}

    /** Keeps it, unless the name or the address has no fitting length. */
    @Transactional
    public boolean save(Actor actor, String name, String query) {
        if (name.isBlank() || name.strip().length() > 60 || query.length() > 2_000) {
            return false;
        }
        jdbc.sql("""
                        insert into amendment.scenario (id, name, query, saved_by, unit, saved_at)
                        values (:id, :name, :query, :person, :unit, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("name", name.strip())
                .param("query", query)
                .param("person", actor.person().value())
                .param("unit", actor.unit())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    public List<Scenario> latest() {
        return jdbc.sql(
                        "select name, query, unit, saved_at from amendment.scenario order by saved_at desc, id limit :most")
                .param("most", MOST)
                .query((row, _) -> new Scenario(
                        row.getString("name"),
                        row.getString("query"),
                        row.getString("unit"),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }
}
