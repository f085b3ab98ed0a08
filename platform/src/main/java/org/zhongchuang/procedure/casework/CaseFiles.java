package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** All cases ever begun. */
@Component
public class CaseFiles {

    private final Reach reach;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFiles(Reach reach, Policies policies, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the actor applies for makerspaces rather than for themselves or their firm. */
    public boolean keepsSpaces(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.SPACE);
    }

    /** Whether the actor may apply for that entry of the register. */
    public boolean ownsSubject(Actor actor, SubjectId subject) {
        return reach.may(actor, Deed.KEEP, Thing.SUBJECT, subject.value());
    }

    /** Whether a case is the actor's own to write. */
    public boolean isOwn(Actor actor, CaseFile file) {
        return reach.may(actor, Deed.KEEP, Thing.CASE, file.id().value());
    }

    /** Whether it is the actor's own, or lies where their office or their seat has a part in it. */
    public boolean isNear(Actor actor, CaseFile file) {
        return reach.ask(
                        actor,
                        Set.of(Deed.KEEP, Deed.HANDLE),
                        Thing.CASE,
                        file.id().toString())
                .equals(Optional.of(Reach.Answer.YES));
    }

    public Optional<CaseFile> find(CaseId id) {
        return one("id = :key", Map.of("key", id.value()));
    }

    public Optional<CaseFile> findByNumber(String number) {
        return one("number = :key", Map.of("key", number));
    }

    /**
     * Finds a case and holds it until the transaction ends, so that of two people who act at once one waits and then
     * sees.
     */
    public Optional<CaseFile> lock(CaseId id) {
        return one("id = :key for update", Map.of("key", id.value()));
    }

    private Optional<CaseFile> one(String which, Map<String, ?> keys) {
        var one = jdbc.sql("select * from casework.case_file where " + which).params(keys);
        return one.query(CaseRow::read).optional();
    }

    public List<CaseFile> ofOperator(OrganisationId organisation) {
        return jdbc.sql(
                        "select * from casework.case_file where operator = :organisation order by started_at desc limit 50")
                .param("organisation", organisation.value())
                .query(CaseRow::read)
                .list();
    }

    /** The cases of an organisation about an entry of the register that are open or were granted, the latest first. */
    public List<CaseFile> standing(OrganisationId organisation, SubjectId subject) {
        return jdbc.sql("""
                        select * from casework.case_file where operator = :organisation and space = :subject
                           and (holder is not null or step = 'GRANTED') order by step_since desc, started_at desc
                        """)
                .param("organisation", organisation.value())
                .param("subject", subject.value())
                .query(CaseRow::read)
                .list();
    }

    /** Whether the actor writes applications. */
    public boolean writes(Actor actor) {
        return reach.may(actor, Deed.KEEP, Thing.CASE);
    }

    /** The credit code of whoever applies, if they have one. */
    public Optional<String> creditCode(CaseFile file) {
        return jdbc.sql("select credit_code from access.public_organisation where id = :id and credit_code is not null")
                .param("id", file.applicant().value())
                .query(String.class)
                .optional();
    }

    /** The open case of a subject on one ground of a programme, whoever applies. */
    public Optional<CaseFile> open(SubjectId subject, String programme, String matter) {
        return one(
                "space = :subject and programme = :programme and matter = :matter and holder is not null",
                Map.of("subject", subject.value(), "programme", programme, "matter", matter));
    }

    public CaseFile add(Actor actor, String programme, Applicant applicant, Occasion occasion) {
        var id = new CaseId(UUID.randomUUID());
        jdbc.sql("""
                        insert into casework.case_file
                               (id, programme, edition, space, space_name, operator, operator_name, area, step, step_id, holder,
                                started_at, started_by, step_since, matter, occasion, occasion_en)
                        values (:id, :programme, :edition, :space, :spaceName, :operator, :operatorName, :area, 'DRAFT', 'draft', 'OPERATOR',
                                :now, :person, :today, :matter, :occasion, :occasionEn)
                        """)
                .param("id", id.value())
                .param("programme", programme)
                .param("edition", policies.pin(programme))
                .param("space", applicant.subject().value())
                .param("spaceName", applicant.name())
                .param("operator", actor.organisation().value())
                .param("operatorName", actor.unit())
                .param("area", applicant.area())
                .param("matter", occasion.matter())
                .param("occasion", occasion.label().zh())
                .param("occasionEn", occasion.label().en())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .param("today", LocalDate.now(clock))
                .update();
        return find(id).orElseThrow();
    }

    /**
     * Files a case under the rules of today and gives it the next number of the year. Two filings at once wait for each
     * other here, and only here.
     */
    public void number(CaseFile file) {
        var today = LocalDate.now(clock);
        var next = jdbc.sql("""
                        insert into casework.number_series (year, last)
                        values (:year, 1)
                        on conflict (year) do update set last = number_series.last + 1 returning last
                        """)
                .param("year", today.getYear())
                .query(Integer.class)
                .single();
        jdbc.sql("update casework.case_file set number = :number, filed_on = :today, edition = :edition where id = :id")
                .param("number", "ZC%d-%05d".formatted(today.getYear(), next))
                .param("today", today)
                .param("edition", policies.pin(file.programme()))
                .param("id", file.id().value())
                .update();
    }

    /** Moves a case to a step with its new time limit. */
    void move(
            CaseFile file,
            Step to,
            String stepId,
            @Nullable Role holder,
            WorkingDays.@Nullable Due due,
            @Nullable Integer daysLeft,
            CaseFile.Proposal proposal) {
        jdbc.sql("""
                        update casework.case_file
                           set step = :step, step_id = :stepId, holder = :holder, version = version + 1, step_since = :today, due_on = :due,
                               due_provisional = :provisional, days_left = :daysLeft, proposal = :proposal,
                               assignee = case when holder = :holder then assignee end,
                               paused_at = case when :step = 'CORRECTION' then step_id end
                         where id = :id
                        """)
                .param("step", to.name())
                .param("stepId", stepId)
                .param("holder", holder == null ? null : holder.name())
                .param("today", LocalDate.now(clock))
                .param("due", due == null ? null : due.day())
                .param("provisional", due != null && due.provisional())
                .param("daysLeft", daysLeft)
                .param("proposal", proposal.name())
                .param("id", file.id().value())
                .update();
    }

    /** The step that returned a case that is being corrected. */
    Optional<String> pausedAt(CaseFile file) {
        return jdbc.sql("select paused_at from casework.case_file where id = :id and paused_at is not null")
                .param("id", file.id().value())
                .query(String.class)
                .optional();
    }

    /** Lets a case be judged by another edition from now on. */
    public void judgeBy(CaseFile file, String edition) {
        jdbc.sql("update casework.case_file set edition = :edition, version = version + 1 where id = :id")
                .param("edition", edition)
                .param("id", file.id().value())
                .update();
    }

    public void touch(CaseFile file) {
        jdbc.sql("update casework.case_file set version = version + 1 where id = :id")
                .param("id", file.id().value())
                .update();
    }

    public void setDue(CaseFile file, WorkingDays.Due due) {
        jdbc.sql("update casework.case_file set due_on = :day, due_provisional = :provisional where id = :id")
                .param("day", due.day())
                .param("provisional", due.provisional())
                .param("id", file.id().value())
                .update();
    }

    public void assign(CaseFile file, PersonId person) {
        jdbc.sql("update casework.case_file set assignee = :person where id = :id")
                .param("person", person.value())
                .param("id", file.id().value())
                .update();
    }

    /** The next day after today on which a time limit ends. */
    public Optional<LocalDate> nextDue() {
        return jdbc.sql(
                        "select due_on from casework.case_file where holder is not null and step <> 'DRAFT' and due_on > :today order by due_on limit 1")
                .param("today", LocalDate.now(clock))
                .query(LocalDate.class)
                .optional();
    }

    /** Whether something is written down with that form. */
    boolean hasWrittenWith(UUID request) {
        return jdbc.sql("select exists (select 1 from casework.event where request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /** Writes down what happened; without an actor it happened because time passed. */
    public void record(CaseId file, Act act, @Nullable Actor actor, String note, @Nullable UUID request) {
        jdbc.sql("""
                        insert into casework.event (case_file, seq, at, act, person, name, unit, role, note, request)
                        select :file, coalesce(max(seq), 0) + 1, :now, :act, :person, :name, :unit, :role, :note, :request
                          from casework.event where case_file = :file
                        """)
                .param("file", file.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("act", act.name())
                .param("person", actor == null ? null : actor.person().value())
                .param("name", actor == null ? CaseEvent.SYSTEM : actor.name())
                .param("unit", actor == null ? CaseEvent.SYSTEM : actor.unit())
                .param("role", actor == null ? null : actor.role().name())
                .param("note", note)
                .param("request", request)
                .update();
    }

    public List<CaseEvent> events(CaseId id) {
        return jdbc.sql(
                        "select seq, at, act, name, unit, role, note from casework.event where case_file = :id order by seq")
                .param("id", id.value())
                .query((row, _) -> new CaseEvent(
                        row.getTimestamp("at").toInstant(),
                        Act.valueOf(row.getString("act")),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("note")))
                .list();
    }

    public boolean hasActed(CaseId file, PersonId person, Act... acts) {
        return jdbc.sql(
                        "select exists (select 1 from casework.event where case_file = :file and person = :person and act = any (:acts))")
                .param("file", file.value())
                .param("person", person.value())
                .param("acts", java.util.Arrays.stream(acts).map(Act::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
