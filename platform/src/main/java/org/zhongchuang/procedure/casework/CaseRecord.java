package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a case has gathered on its way: papers, defects, visit, ballots, meeting, decision. */
@Component
class CaseRecord {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<CaseDetails.Attachment> attachments(UUID id) {
        return jdbc.sql("""
                        select a.id, a.evidence, a.file, f.name, f.bytes, a.added_at
                          from casework.attachment a join file.stored f on f.id = a.file
                         where a.case_file = :id order by a.added_at, a.id
                        """)
                .param("id", id)
                .query((row, _) -> new CaseDetails.Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("evidence"),
                        row.getObject("file", UUID.class),
                        row.getString("name"),
                        row.getLong("bytes"),
                        instant(row.getTimestamp("added_at"))))
                .list();
    }

    void attach(UUID id, String evidence, UUID file, UUID person) {
        jdbc.sql("insert into casework.attachment values (:attachment, :id, :evidence, :file, :now, :person)")
                .param("attachment", UUID.randomUUID())
                .param("id", id)
                .param("evidence", evidence)
                .param("file", file)
                .param("now", now())
                .param("person", person)
                .update();
    }

    Optional<CaseDetails.Attachment> attachment(UUID id, UUID attachment) {
        return attachments(id).stream()
                .filter(one -> one.id().equals(attachment))
                .findFirst();
    }

    void addDefect(UUID id, String target, String message) {
        jdbc.sql("insert into casework.defect values (:defect, :id, :target, :message, :now, null)")
                .param("defect", UUID.randomUUID())
                .param("id", id)
                .param("target", target)
                .param("message", message)
                .param("now", now())
                .update();
    }

    void closeDefects(UUID id) {
        jdbc.sql("update casework.defect set corrected_at = :now where case_file = :id and corrected_at is null")
                .param("now", now())
                .param("id", id)
                .update();
    }

    List<CaseDetails.Defect> defects(UUID id) {
        return jdbc.sql(
                        "select target, message, told_at, corrected_at from casework.defect where case_file = :id order by told_at, target")
                .param("id", id)
                .query((row, _) -> new CaseDetails.Defect(
                        row.getString("target"),
                        row.getString("message"),
                        instant(row.getTimestamp("told_at")),
                        Optional.ofNullable(row.getTimestamp("corrected_at")).map(Timestamp::toInstant)))
                .list();
    }

    List<CaseDetails.Event> events(UUID id) {
        return jdbc.sql(
                        "select seq, at, act, name, unit, role, note from casework.event where case_file = :id order by seq")
                .param("id", id)
                .query((row, _) -> new CaseDetails.Event(
                        instant(row.getTimestamp("at")),
                        Act.valueOf(row.getString("act")),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("note")))
                .list();
    }

    void addVisit(UUID id, LocalDate day, Actor visitor, UUID companion, Map<String, Boolean> checks, String notes) {
        jdbc.sql("""
                        insert into casework.visit values (:id, :day, :visitor, :companion, :checks::jsonb, :notes, false)
                        on conflict (case_file) do update
                           set visited_on = excluded.visited_on, visitor = excluded.visitor, companion = excluded.companion,
                               checks = excluded.checks, notes = excluded.notes, confirmed = false
                        """)
                .param("id", id)
                .param("day", day)
                .param("visitor", visitor.person())
                .param("companion", companion)
                .param("checks", JSON.writeValueAsString(checks))
                .param("notes", notes)
                .update();
    }

    boolean confirmVisit(UUID id, UUID companion) {
        return jdbc.sql(
                                "update casework.visit set confirmed = true where case_file = :id and companion = :companion and not confirmed")
                        .param("id", id)
                        .param("companion", companion)
                        .update()
                == 1;
    }

    Optional<CaseDetails.Visit> visit(UUID id) {
        return jdbc.sql("""
                        select v.*, p.name visitor_name, c.name companion_name
                          from casework.visit v join access.person p on p.id = v.visitor join access.person c on c.id = v.companion
                         where v.case_file = :id
                        """)
                .param("id", id)
                .query((row, _) -> new CaseDetails.Visit(
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("visitor_name"),
                        row.getObject("companion", UUID.class),
                        row.getString("companion_name"),
                        JSON.readValue(row.getString("checks"), new TypeReference<Map<String, Boolean>>() {}),
                        row.getString("notes"),
                        row.getBoolean("confirmed")))
                .optional();
    }

    void draw(UUID id, UUID expert) {
        jdbc.sql("insert into casework.ballot (case_file, expert, state) values (:id, :expert, 'ASSIGNED')")
                .param("id", id)
                .param("expert", expert)
                .update();
    }

    boolean recuse(UUID id, UUID expert, String reason) {
        return jdbc.sql(
                                "update casework.ballot set state = 'RECUSED', comment = :reason where case_file = :id and expert = :expert and state = 'ASSIGNED'")
                        .param("reason", reason)
                        .param("id", id)
                        .param("expert", expert)
                        .update()
                == 1;
    }

    boolean score(UUID id, UUID expert, Map<String, Integer> scores, String comment) {
        return jdbc.sql("""
                                update casework.ballot
                                   set state = 'SCORED', scores = :scores::jsonb, total = :total, comment = :comment
                                 where case_file = :id and expert = :expert and state = 'ASSIGNED'
                                """)
                        .param("scores", JSON.writeValueAsString(scores))
                        .param(
                                "total",
                                scores.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                        .param("comment", comment)
                        .param("id", id)
                        .param("expert", expert)
                        .update()
                == 1;
    }

    List<CaseDetails.Ballot> ballots(UUID id) {
        return jdbc.sql("""
                        select b.*, p.name from casework.ballot b join access.person p on p.id = b.expert
                         where b.case_file = :id order by b.expert
                        """)
                .param("id", id)
                .query((row, _) -> new CaseDetails.Ballot(
                        row.getObject("expert", UUID.class),
                        row.getString("name"),
                        CaseDetails.Ballot.State.valueOf(row.getString("state")),
                        scores(row.getString("scores")),
                        row.getObject("total", Integer.class),
                        row.getString("comment")))
                .list();
    }

    void addMeeting(UUID id, LocalDate day, String minutes, String resolution) {
        jdbc.sql("""
                        insert into casework.meeting values (:id, :day, :minutes, :resolution)
                        on conflict (case_file) do update
                           set held_on = excluded.held_on, minutes = excluded.minutes, resolution = excluded.resolution
                        """)
                .param("id", id)
                .param("day", day)
                .param("minutes", minutes)
                .param("resolution", resolution)
                .update();
    }

    Optional<CaseDetails.Meeting> meeting(UUID id) {
        return jdbc.sql("select * from casework.meeting where case_file = :id")
                .param("id", id)
                .query((row, _) -> new CaseDetails.Meeting(
                        row.getObject("held_on", LocalDate.class),
                        row.getString("minutes"),
                        row.getString("resolution")))
                .optional();
    }

    void decide(CaseFile file, Actor actor, String document, LocalDate day, Outcome.Terms terms) {
        insert(file, actor, "GRANTED", document, day, List.of(), terms.fen() == 0 ? null : terms);
    }

    void refuse(CaseFile file, Actor actor, String document, LocalDate day, List<CaseDetails.CriterionReason> reasons) {
        insert(file, actor, "REFUSED", document, day, reasons, null);
    }

    private void insert(
            CaseFile file,
            Actor actor,
            String outcome,
            String document,
            LocalDate day,
            List<CaseDetails.CriterionReason> reasons,
            Outcome.@Nullable Terms terms) {
        jdbc.sql(
                        "insert into casework.decision values (:id, :outcome, :document, :day, :person, :reasons::jsonb, :edition, :fen, :payer)")
                .param("id", file.id())
                .param("outcome", outcome)
                .param("fen", terms == null ? null : terms.fen())
                .param("payer", terms == null ? null : terms.payer())
                .param("document", document)
                .param("day", day)
                .param("person", actor.person())
                .param("reasons", JSON.writeValueAsString(reasons))
                .param("edition", file.edition())
                .update();
    }

    Optional<CaseDetails.Decision> decision(UUID id) {
        return jdbc.sql("select * from casework.decision where case_file = :id")
                .param("id", id)
                .query((row, _) -> new CaseDetails.Decision(
                        row.getString("outcome").equals("GRANTED"),
                        row.getString("document"),
                        row.getObject("decided_on", LocalDate.class),
                        JSON.readValue(
                                row.getString("reasons"), new TypeReference<List<CaseDetails.CriterionReason>>() {}),
                        Optional.ofNullable(row.getObject("fen", Long.class)),
                        Optional.ofNullable(row.getString("payer"))))
                .optional();
    }

    private static Map<String, Integer> scores(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, Integer>>() {});
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? Instant.EPOCH : timestamp.toInstant();
    }
}
