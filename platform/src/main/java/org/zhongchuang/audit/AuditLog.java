package org.zhongchuang.audit;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.access.Actor;

/** The record of acts. */
@Service
public class AuditLog {

    private static final String INSERT = """
            insert into audit.entry (at, person, role, unit, act, subject, detail)
            values (:at, :person, :role, :unit, :act, :subject, :detail)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an act.
     *
     * @param act what was done, such as {@code case.file}
     * @param subject what it was done to
     * @param detail more about it; never personal data
     */
    public void record(Actor actor, String act, String subject, String detail) {
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .param("role", actor.role().name())
                .param("unit", actor.unit())
                .param("act", act)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /** Records what happened by itself because time passed, or what an unnamed visitor did. */
    public void recordWithoutActor(String act, String subject, String detail) {
        jdbc.sql(INSERT)
                .param("at", Timestamp.from(clock.instant()))
                .param("person", null)
                .param("role", null)
                .param("unit", null)
                .param("act", act)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
