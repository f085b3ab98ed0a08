package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.grants.assessment.Assessed.Grade;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.calendar.WorkingDays;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.law.policy.Policies;

/** Publishing the grades: frozen with a hash, with what each grade brings: an award offered, rectification, removal. */
@Service
public class PublishAssessment {

    private static final String AWARD = "excellent-award";

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Appeals appeals;
    private final Standing standing;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final Clock clock;

    PublishAssessment(
            JdbcClient jdbc,
            Rounds rounds,
            Appeals appeals,
            Standing standing,
            Policies policies,
            WorkingDays workingDays,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.appeals = appeals;
        this.standing = standing;
        this.policies = policies;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a grade brought a space. */
    public record Consequence(Kind kind, Optional<Long> fen, Optional<LocalDate> due, int year) {}

    /** Kinds of consequences. */
    public enum Kind {
        AWARD,
        RECTIFICATION,
        REMOVAL
    }

    /** How many spaces would get an award, and how much in all, in fen. */
    public record Preview(long awards, long fen, Map<Grade, Long> grades) {}

    /** The money that the present grades would cost, by the rules of today. */
    public Preview preview(Round round) {
        var grades = new LinkedHashMap<Grade, Long>();
        for (var grade : Grade.values()) {
            grades.put(grade, 0L);
        }
        rounds.entries(round.id()).forEach(one -> one.grade().ifPresent(grade -> grades.merge(grade, 1L, Long::sum)));
        var awards = Objects.requireNonNullElse(grades.get(Grade.EXCELLENT), 0L);
        return new Preview(awards, awards * award().orElse(0L), grades);
    }

    /** The award for 优秀 in fen, by the pack's programme; empty while no authority has set it. */
    private Optional<Long> award() {
        return policies.evaluate(
                        AWARD,
                        LocalDate.now(clock),
                        Map.of("assessment_grade", new FactValue.Word(Grade.EXCELLENT.code())))
                .amountInFen()
                .filter(fen -> fen > 0);
    }

    @Transactional
    public Assessing publish(Actor actor, int year, String document) {
        var found = rounds.lock(year);
        if (found.isEmpty()) {
            return Assessing.refused(Reason.NO_SUCH_ROUND);
        }
        var round = found.get();
        var last = round.noticeLast();
        if (!rounds.publishes(actor)) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.openedBy().equals(actor.person())) {
            return Assessing.refused(Reason.SAME_PERSON);
        }
        if (round.state() != Round.State.NOTICE || last == null) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        if (!LocalDate.now(clock).isAfter(last)) {
            return Assessing.refused(Reason.NOTICE_RUNS);
        }
        if (appeals.of(round).stream().anyMatch(one -> one.state() == Appeals.State.OPEN)) {
            return Assessing.refused(Reason.APPEALS_OPEN);
        }
        if (document.strip().length() < 2 || document.length() > 60) {
            return Assessing.refused(Reason.NO_DOCUMENT);
        }
        var entries = rounds.entries(round.id());
        var snapshot = snapshot(round, entries);
        follow(actor, round, entries, document.strip());
        jdbc.sql("""
                        update assessment.round
                           set state = 'PUBLISHED', document = :document, snapshot = :snapshot, sha256 = :sha256, published_by = :person, published_at = :now
                         where id = :id
                        """)
                .param("document", document.strip())
                .param("snapshot", snapshot)
                .param("sha256", Sha256.hex(snapshot))
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", round.id())
                .update();
        audit.record(actor, "assessment.publish", String.valueOf(year), document.strip());
        return new Assessing.Done();
    }

    /** What is published, in a fixed order: places, grades, scores, and the ballots they rest on without names. */
    private String snapshot(Round round, List<Assessed> entries) {
        var ballots = rounds.ballots(round.id()).stream().collect(Collectors.groupingBy(Ballot::space));
        var lines = entries.stream()
                .map(one -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("code", one.code());
                    line.put("guidance", one.guidance());
                    line.put("grade", one.grade().map(Grade::code).orElse(""));
                    line.put("place", Objects.requireNonNullElse(one.place(), 0));
                    line.put(
                            "score",
                            Objects.requireNonNullElse(one.score(), BigDecimal.ZERO)
                                    .toPlainString());
                    line.put(
                            "ballots",
                            ballots.getOrDefault(one.space(), List.of()).stream()
                                    .map(ballot -> ballot.abstained()
                                            ? "abstained"
                                            : ballot.total().toPlainString())
                                    .sorted()
                                    .toList());
                    return line;
                })
                .toList();
        return Rounds.JSON.writeValueAsString(Map.of("year", round.year(), "spaces", lines));
    }

    private void follow(Actor actor, Round round, List<Assessed> entries, String document) {
        var procedure = policies.current().assessment().orElseThrow();
        var failures = policies.limit(procedure.failuresToRemoval());
        var due = workingDays
                .after(LocalDate.now(clock), policies.limit(procedure.rectificationDays()))
                .day();
        var award = award();
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
    private int failedInARow(UUID space, int year) {
        var grades = new LinkedHashMap<Integer, String>();
        jdbc.sql("""
                        select r.year, e.grade from assessment.entry e join assessment.round r on r.id = e.round
                         where e.space = :space and r.state = 'PUBLISHED' and r.year < :year and e.grade is not null order by r.year desc
                        """).param("space", space).param("year", year).query(row -> {
            grades.put(row.getInt("year"), row.getString("grade"));
        });
        var failed = 0;
        while ("fail".equals(grades.get(year - 1 - failed))) {
            failed++;
        }
        return failed;
    }

    private void follow(Round round, UUID space, Kind kind, @Nullable Long fen, @Nullable LocalDate due) {
        jdbc.sql("""
                        insert into assessment.consequence (id, round, space, kind, fen, due_on, state)
                        values (:id, :round, :space, :kind, :fen, :due, 'OPEN')
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.id())
                .param("space", space)
                .param("kind", kind.name())
                .param("fen", fen)
                .param("due", due)
                .update();
    }

    /** What published grades brought a space, the latest first. */
    public List<Consequence> consequences(UUID space) {
        return jdbc.sql("""
                        select c.*, r.year from assessment.consequence c join assessment.round r on r.id = c.round
                         where c.space = :space order by r.year desc, c.kind
                        """)
                .param("space", space)
                .query((row, _) -> new Consequence(
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable((Long) row.getObject("fen")),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        row.getInt("year")))
                .list();
    }

    /** Whether what was published is what the hash says. */
    public boolean isIntact(int year) {
        return jdbc.sql("select snapshot, sha256 from assessment.round where year = :year and state = 'PUBLISHED'")
                .param("year", year)
                .query((row, _) -> Sha256.hex(row.getString("snapshot")).equals(row.getString("sha256")))
                .optional()
                .orElse(false);
    }

    /** A score as it is shown. */
    public static String shown(BigDecimal score) {
        return score.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
