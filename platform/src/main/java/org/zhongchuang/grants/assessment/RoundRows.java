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
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.records.registry.SubjectId;

/** Writes down what changes in a round, and who did it. */
@Component
class RoundRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final AuditLog audit;
    private final Clock clock;
    private final WorkingDays workingDays;

    RoundRows(JdbcClient jdbc, JdbcTemplate template, AuditLog audit, Clock clock, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.template = template;
        this.audit = audit;
        this.clock = clock;
        this.workingDays = workingDays;
    }

    void open(Actor actor, UUID id, int year, long seed, String edition, int statementDays) {
        jdbc.sql("""
                        insert into assessment.round (id, year, state, seed, edition, statement_by, opened_by, opened_at)
                        values (:id, :year, 'OPEN', :seed, :edition, :by, :person, :now)
                        """)
                .param("id", id)
                .param("year", year)
                .param("seed", seed)
                .param("edition", edition)
                .param(
                        "by",
                        workingDays.after(LocalDate.now(clock), statementDays).day())
                .param("person", actor.person().value())
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

    void describe(Actor actor, Round round, SubjectId space, String special) {
        jdbc.sql("update assessment.entry set special = :special where round = :round and space = :space")
                .param("special", special)
                .param("round", round.id())
                .param("space", space.value())
                .update();
        audit.record(actor, "assessment.describe", space.toString(), String.valueOf(round.year()));
    }

    List<PersonId> experts() {
        return jdbc.sql(
                        "select distinct person from access.public_appointment where role = 'EXPERT' and since <= :today and (until is null or until >= :today)")
                .param("today", LocalDate.now(clock))
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    void seat(UUID round, Map<SubjectId, List<PersonId>> panels) {
        var seats = panels.entrySet().stream()
                .flatMap(panel -> panel.getValue().stream()
                        .map(expert -> new UUID[] {panel.getKey().value(), expert.value()}))
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

    /** The notice stands for so many working days from today, or from the next day that is worked. */
    void notice(UUID round, int days) {
        var first = workingDays.through(LocalDate.now(clock), 1).day();
        jdbc.sql(
                        "update assessment.round set state = 'NOTICE', notice_first = :first, notice_last = :last where id = :id")
                .param("first", first)
                .param("last", workingDays.through(first, days).day())
                .param("id", round)
                .update();
    }

    void publish(Actor actor, Round round, String document, String snapshot) {
        jdbc.sql("""
                        update assessment.round
                           set state = 'PUBLISHED', document = :document, snapshot = :snapshot, sha256 = :sha256, published_by = :person, published_at = :now
                         where id = :id
                        """)
                .param("document", document)
                .param("snapshot", snapshot)
                .param("sha256", Sha256.hex(snapshot))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", round.id())
                .update();
        audit.record(actor, "assessment.publish", String.valueOf(round.year()), document);
    }

    void audit(Actor actor, String act, int year) {
        audit.record(actor, act, String.valueOf(year), "");
    }

    /** The kinds of makerspace that are assessed, by the names under which they were written down. */
    List<String> kinds(UUID round) {
        return jdbc.sql("select distinct kind from assessment.entry where round = :round order by kind")
                .param("round", round)
                .query((row, _) -> row.getString("kind"))
                .list();
    }
}
