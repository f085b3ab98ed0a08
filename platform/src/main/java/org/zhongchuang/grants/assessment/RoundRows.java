package org.zhongchuang.grants.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;

/** Writes down what changes in a round, and who did it. */
@Component
class RoundRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final AuditLog audit;
    private final Clock clock;

    RoundRows(JdbcClient jdbc, JdbcTemplate template, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.audit = audit;
        this.clock = clock;
    }

    void open(Actor actor, UUID id, int year, long seed, String edition, LocalDate statementBy) {
        jdbc.sql("""
                        insert into assessment.round (id, year, state, seed, edition, statement_by, opened_by, opened_at)
                        values (:id, :year, 'OPEN', :seed, :edition, :by, :person, :now)
                        """)
                .param("id", id)
                .param("year", year)
                .param("seed", seed)
                .param("edition", edition)
                .param("by", statementBy)
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "assessment.open", String.valueOf(year), "seed " + seed);
    }

    void enter(UUID round, int year, boolean guidance, List<String> codes) {
        jdbc.sql("""
                        insert into assessment.entry (round, space, code, name, kind, area, operator, guidance)
                        select :round, r.space, r.code, r.name, r.kind, r.area, r.operator,
                               :guidance and extract(year from r.recognised_on) = :year
                          from recognition.public_recognised_space r where r.code = any(cast(:codes as text[]))
                        """)
                .param("round", round)
                .param("year", year)
                .param("guidance", guidance)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    void describe(Actor actor, Round round, UUID space, String special) {
        jdbc.sql("update assessment.entry set special = :special where round = :round and space = :space")
                .param("special", special)
                .param("round", round.id())
                .param("space", space)
                .update();
        audit.record(actor, "assessment.describe", space.toString(), String.valueOf(round.year()));
    }

    List<UUID> experts() {
        return jdbc.sql("select distinct person from access.public_appointment where role = 'EXPERT' and until is null")
                .query((row, _) -> row.getObject("person", UUID.class))
                .list();
    }

    void seat(UUID round, Map<UUID, List<UUID>> panels) {
        var seats = panels.entrySet().stream()
                .flatMap(panel -> panel.getValue().stream().map(expert -> new UUID[] {panel.getKey(), expert}))
                .toList();
        template.batchUpdate(
                "insert into assessment.seat (round, space, expert, state) values (?, ?, ?, 'ASSIGNED')",
                seats,
                1_000,
                (statement, seat) -> {
                    statement.setObject(1, round);
                    statement.setObject(2, seat[0]);
                    statement.setObject(3, seat[1]);
                });
    }

    void notice(UUID round, LocalDate first, LocalDate last) {
        jdbc.sql(
                        "update assessment.round set state = 'NOTICE', notice_first = :first, notice_last = :last where id = :id")
                .param("first", first)
                .param("last", last)
                .param("id", round)
                .update();
    }

    void audit(Actor actor, String act, int year) {
        audit.record(actor, act, String.valueOf(year), "");
    }
}
