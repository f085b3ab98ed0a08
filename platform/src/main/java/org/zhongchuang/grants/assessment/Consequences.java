package org.zhongchuang.grants.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Assessed.Grade;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** What published grades bring: an award offered, rectification, removal. */
@Service
public class Consequences {

    private final JdbcClient jdbc;
    private final Standing standing;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final Clock clock;

    Consequences(JdbcClient jdbc, Standing standing, Policies policies, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.standing = standing;
        this.policies = policies;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What a grade brought a space. */
    public record Consequence(Kind kind, Optional<Fen> fen, Optional<LocalDate> due, int year) {}

    /** Kinds of consequences. */
    public enum Kind {
        AWARD,
        RECTIFICATION,
        REMOVAL
    }

    /** Writes down what each grade brings, and begins it. */
    void follow(Actor actor, Round round, List<Assessed> entries, Optional<Fen> award, String document) {
        var procedure = policies.current().assessment().orElseThrow();
        var failures = policies.limit(procedure.failuresToRemoval());
        var due = workingDays
                .after(LocalDate.now(clock), policies.limit(procedure.rectificationDays()))
                .day();
        for (var one : entries) {
            if (one.grade().filter(Grade.EXCELLENT::equals).isPresent() && award.isPresent()) {
                follow(round, one.space(), Kind.AWARD, award.get(), null);
            }
            if (one.grade().filter(Grade.FAIL::equals).isPresent()) {
                follow(round, one.space(), Kind.RECTIFICATION, null, due);
                standing.become(actor, one.code(), Status.RECTIFYING, document + "：" + round.year() + "年度考评不合格，限期整改");
                if (failedInARow(one.space(), round.year()) + 1 >= failures) {
                    follow(round, one.space(), Kind.REMOVAL, null, null);
                    standing.propose(
                            round.openedBy(),
                            one.code(),
                            Change.Kind.REMOVE,
                            "连续" + failures + "年考评不合格（" + document + "）");
                }
            }
        }
    }

    /** How many years before this one a space failed without a break. */
    private int failedInARow(SubjectId space, int year) {
        var grades = new LinkedHashMap<Integer, String>();
        jdbc.sql("""
                        select r.year, e.grade from assessment.entry e join assessment.round r on r.id = e.round
                         where e.space = :space and r.state = 'PUBLISHED' and r.year < :year and e.grade is not null order by r.year desc
                        """).param("space", space.value()).param("year", year).query(row -> {
            grades.put(row.getInt("year"), row.getString("grade"));
        });
        var failed = 0;
        while ("fail".equals(grades.get(year - 1 - failed))) {
            failed++;
        }
        return failed;
    }

    private void follow(Round round, SubjectId space, Kind kind, @Nullable Fen fen, @Nullable LocalDate due) {
        jdbc.sql("""
                        insert into assessment.consequence (id, round, space, kind, fen, due_on, state)
                        values (:id, :round, :space, :kind, :fen, :due, 'OPEN')
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.id())
                .param("space", space.value())
                .param("kind", kind.name())
                .param("fen", fen == null ? null : fen.value())
                .param("due", due)
                .update();
    }

    /** What published grades brought a space, the latest first. */
    public List<Consequence> of(SubjectId space) {
        return jdbc.sql("""
                        select c.*, r.year from assessment.consequence c join assessment.round r on r.id = c.round
                         where c.space = :space order by r.year desc, c.kind
                        """)
                .param("space", space.value())
                .query((row, _) -> new Consequence(
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("fen", Long.class)).map(Fen::new),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        row.getInt("year")))
                .list();
    }
}
