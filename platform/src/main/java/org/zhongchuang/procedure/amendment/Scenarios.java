package org.zhongchuang.procedure.amendment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;

/** What-ifs that officers have kept for one another: a name and the address of the page. */
@Service
public class Scenarios {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Scenarios(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A what-if that was kept. */
    public record Scenario(String name, String query, String unit, Instant savedAt) {}

    /** Keeps it, once for each form; what is wrong with it otherwise. */
    @Transactional
    public Optional<Text> save(Actor actor, String name, String query, FormId form) {
        if (name.isBlank() || name.strip().length() > 60) {
            return Optional.of(Text.of("请取一个名字，1到60个字。", "Give it a name of 1 to 60 characters."));
        }
        if (query.length() > 2_000) {
            return Optional.of(Text.of("这次测算的数值太多，不能保存。", "There are too many values in it to keep it."));
        }
        if (!audit.isFirst(actor, form, "scenario.save", name, query)) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into amendment.scenario (id, name, query, saved_by, unit, saved_at)
                        values (:id, :name, :query, :person, :unit, :now)
                        """)
                .param("id", form.value())
                .param("name", name.strip())
                .param("query", query)
                .param("person", actor.person().value())
                .param("unit", actor.unit())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return Optional.empty();
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
