package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;
import tools.jackson.databind.json.JsonMapper;

/** Closing a year: its figures are frozen with their rows, and from then on only restated. */
@Service
public class Periods {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final KeepRecords records;
    private final StatementFigures figures;
    private final Spaces spaces;
    private final AuditLog audit;
    private final Clock clock;

    Periods(
            JdbcClient jdbc,
            KeepRecords records,
            StatementFigures figures,
            Spaces spaces,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.figures = figures;
        this.spaces = spaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was reported of a year. */
    public record Statement(
            int year, int version, Map<String, BigDecimal> figures, String sha256, String reason, Instant at) {}

    /** The logical checks of a year's figures. */
    public List<Finding> checks(Map<String, BigDecimal> counted) {
        return figures.checks(counted);
    }

    @Transactional
    public Recording close(Actor actor, SubjectId space, int year) {
        if (!records.keeps(actor, space)) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (year >= LocalDate.now(clock).getYear()) {
            return Recording.refused(Reason.YEAR_NOT_OVER);
        }
        if (year < firstYear(space)) {
            return Recording.refused(Reason.BEFORE_IT_BEGAN);
        }
        // One at a time for a space: who comes second sees what the first has closed.
        spaces.hold(space);
        var open = openRestatement(space, year);
        var last = statements(space, year).stream().findFirst();
        if (last.isPresent() && open.isEmpty()) {
            return Recording.refused(Reason.ALREADY_CLOSED);
        }
        var counted = figures.of(space, year);
        if (figures.checks(counted).stream().anyMatch(Finding.Unmet.class::isInstance)) {
            return Recording.refused(Reason.DOES_NOT_FIT);
        }
        var json = JSON.writeValueAsString(figures.frozen(space, year, counted));
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into figure.statement (id, space, year, version, figures, sha256, reason, closed_at, closed_by)
                        values (:id, :space, :year, :version, :figures, encode(sha256(convert_to(:figures, 'UTF8')), 'hex'), :reason, :now, :person)
                        """)
                .param("id", id)
                .param("space", space.value())
                .param("year", year)
                .param("version", last.map(Statement::version).orElse(0) + 1)
                .param("figures", json)
                .param("reason", open.orElse(""))
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .update();
        jdbc.sql(
                        "update figure.restatement set closed_at = :now where space = :space and year = :year and closed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("space", space.value())
                .param("year", year)
                .update();
        audit.record(actor, "evidence.close", space.toString(), String.valueOf(year));
        return new Recording.Done(id.toString());
    }

    /** The year in which the space opened, or in which its first row lies where that is earlier. */
    private int firstYear(SubjectId space) {
        return jdbc.sql("""
                        select extract(year from least(s.opened_on, (select min(e.day) from evidence.public_entry e where e.space = s.id)))::int
                          from registry.public_space s where s.id = :space
                        """).param("space", space.value()).query(Integer.class).single();
    }

    /** Opens a closed year for correction; it is closed again as a new version. */
    public Recording restate(Actor actor, SubjectId space, int year, String reason) {
        if (!records.keeps(actor, space)) {
            return Recording.refused(Reason.NOT_YOURS);
        }
        if (statements(space, year).isEmpty()) {
            return Recording.refused(Reason.NOT_CLOSED);
        }
        if (reason.strip().length() < 2 || reason.length() > 400) {
            return Recording.refused(Reason.NO_REASON);
        }
        var opened = jdbc.sql("""
                        insert into figure.restatement (id, space, year, reason, opened_at, opened_by, closed_at)
                        values (:id, :space, :year, :reason, :now, :person, null) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("space", space.value())
                .param("year", year)
                .param("reason", reason.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .update();
        audit.record(actor, "evidence.restate", space.toString(), String.valueOf(year));
        return opened == 0 ? Recording.refused(Reason.ALREADY_OPEN) : new Recording.Done(String.valueOf(year));
    }

    /** Why a year is open for correction, if it is. */
    public Optional<String> openRestatement(SubjectId space, int year) {
        return jdbc.sql(
                        "select reason from figure.restatement where space = :space and year = :year and closed_at is null")
                .param("space", space.value())
                .param("year", year)
                .query(String.class)
                .optional();
    }

    /** What was reported of a year, the latest version first. */
    public List<Statement> statements(SubjectId space, int year) {
        return jdbc.sql("select * from figure.statement where space = :space and year = :year order by version desc")
                .param("space", space.value())
                .param("year", year)
                .query((row, _) -> new Statement(
                        year,
                        row.getInt("version"),
                        read(row.getString("figures")),
                        row.getString("sha256"),
                        row.getString("reason"),
                        row.getTimestamp("closed_at").toInstant()))
                .list();
    }

    private static Map<String, BigDecimal> read(String json) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        JSON.readTree(json)
                .properties()
                .forEach(one -> figures.put(
                        one.getKey(), new BigDecimal(one.getValue().get("is").asString())));
        return figures;
    }
}
