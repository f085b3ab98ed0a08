package org.zhongchuang.outside.administration;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.SecondFactors;
import org.zhongchuang.ground.identity.Sessions;
import org.zhongchuang.outside.administration.Proposal.Kind;
import org.zhongchuang.outside.administration.Proposal.Made;

/**
 * What takes two administrators: an appointment to an official role, and taking a lost second factor away.
 *
 * <p>It takes effect when a second administrator confirms it; or when nobody has rejected it for three days; or at once
 * where there has been no other administrator for three days. What took effect without a second pair of eyes stays on
 * the list until another administrator has looked at it.
 */
@Service
public class Countersigning {

    /** How long the others have to object. A technical limit: longer than a weekend's two days. */
    public static final Duration WAIT = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final AuditLog audit;

    Countersigning(
            JdbcClient jdbc, Clock clock, Accounts accounts, SecondFactors factors, Sessions sessions, AuditLog audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What an administrator does with a proposal. */
    public enum Decision {
        CONFIRM,
        REJECT,
        CARRY_OUT
    }

    /** Why a decision is refused. */
    public enum Reason {
        DECIDED("已经有人处理过了。", "Somebody has dealt with it already."),
        OWN("要由另一位管理员确认。", "Another administrator has to confirm it."),
        ABOUT_YOU("涉及您本人，要由另一位管理员确认。", "It is about you; another administrator has to confirm it."),
        PAST(
                "任命的最后一天已经过去，不能再办理；请否决，需要的重新提出。",
                "The last day of the appointment has passed; reject it, and propose another one if it is needed."),
        TOO_EARLY("三天内没有人反对，才能单独办理。", "It can be carried out alone once nobody has objected for three days.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    @Transactional
    public Made appointment(
            Actor administrator,
            PersonId person,
            Role role,
            String area,
            OrganisationId organisation,
            Optional<LocalDate> until) {
        return make(administrator, Kind.APPOINT, person, role.name(), area, organisation, until);
    }

    @Transactional
    public Made factorReset(Actor administrator, PersonId person) {
        return make(administrator, Kind.RESET_FACTOR, person, null, null, null, Optional.empty());
    }

    /** What nobody but its proposer has looked at, the oldest first. */
    public List<Proposal> open() {
        return jdbc.sql(Proposal.ALL + " where r.outcome is null order by r.proposed_at, r.id")
                .query(Proposal::row)
                .list();
    }

    /** Decides a proposal; empty when it is done. */
    @Transactional
    public Optional<Reason> decide(Actor administrator, UUID id, Decision decision) {
        var found = jdbc.sql(Proposal.ALL + " where r.id = :id and r.outcome is null for update of r")
                .param("id", id)
                .query(Proposal::row)
                .optional();
        if (found.isEmpty()) {
            return Optional.of(Reason.DECIDED);
        }
        var proposal = found.get();
        var against = against(administrator, proposal);
        return switch (decision) {
            case CONFIRM -> {
                if (proposal.proposedBy().equals(administrator.person())) {
                    yield Optional.of(Reason.OWN);
                }
                if (against.isPresent()) {
                    yield against;
                }
                if (proposal.effectAt().isEmpty()) {
                    takeEffect(administrator, proposal.id());
                }
                close(administrator, proposal, "CONFIRMED");
                yield Optional.empty();
            }
            case REJECT -> {
                undo(proposal.id());
                sessions.endAll(proposal.login());
                close(administrator, proposal, "REJECTED");
                yield Optional.empty();
            }
            case CARRY_OUT -> {
                if (proposal.effectAt().isPresent()) {
                    yield Optional.of(Reason.DECIDED);
                }
                if (against.isPresent()) {
                    yield against;
                }
                if (clock.instant().isBefore(proposal.aloneFrom())) {
                    yield Optional.of(Reason.TOO_EARLY);
                }
                takeEffect(administrator, proposal.id());
                yield Optional.empty();
            }
        };
    }

    private Optional<Reason> against(Actor administrator, Proposal proposal) {
        if (proposal.person().equals(administrator.person())) {
            return Optional.of(Reason.ABOUT_YOU);
        }
        return Optional.of(Reason.PAST).filter(_ -> proposal.effectAt().isEmpty() && isOver(proposal.until()));
    }

    boolean isOver(Optional<LocalDate> last) {
        return last.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent();
    }

    private Made make(
            Actor administrator,
            Kind kind,
            PersonId person,
            @Nullable String role,
            @Nullable String area,
            @Nullable OrganisationId organisation,
            Optional<LocalDate> until) {
        var id = UUID.randomUUID();
        var made = jdbc.sql("""
                        insert into administration.proposal (id, kind, person, role, area, organisation, until, proposed_by, proposed_at)
                        values (:id, :kind, :person, :role, :area, :organisation, :until, :by, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("person", person.value())
                .param("role", role)
                .param("area", area)
                .param("organisation", organisation == null ? null : organisation.value())
                .param("until", until.orElse(null), Types.DATE)
                .param("by", administrator.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (made == 0) {
            return new Made.Already();
        }
        var proposal = find(id);
        audit.record(administrator, "access.appointment-propose", proposal.login(), proposal.told());
        return hasOthers(administrator) ? new Made.Waiting() : new Made.InEffect(takeEffect(administrator, id));
    }

    /**
     * Whether there is, or was within the last days, another administrator who can sign in: disabling the other one
     * does not make somebody the only one at once.
     */
    private boolean hasOthers(Actor administrator) {
        return jdbc.sql("""
                        select exists (
                          select 1 from access.public_appointment a join access.public_person p on p.id = a.person
                           where a.role = 'ADMINISTRATOR' and p.id <> :me and p.password_set
                             and (a.until is null or a.until >= :lately)
                             and (p.disabled_at is null or p.disabled_at > :since))
                        """)
                .param("me", administrator.person().value())
                .param("lately", LocalDate.now(clock).minusDays(WAIT.toDays()))
                .param("since", Timestamp.from(clock.instant().minus(WAIT)))
                .query(Boolean.class)
                .single();
    }

    private Proposal find(UUID id) {
        return jdbc.sql(Proposal.ALL + " where r.id = :id")
                .param("id", id)
                .query(Proposal::row)
                .single();
    }

    private Optional<Actor> takeEffect(Actor administrator, UUID id) {
        var proposal = find(id);
        // The last day that the same appointment has, where it is held and only lasts longer from now on.
        var organisation = jdbc.sql("""
                        update administration.proposal p
                           set formerly = (select max(a.until) from access.public_appointment a
                                            where a.person = p.person and a.role = p.role and a.area = p.area
                                              and a.organisation = p.organisation and :today between a.since and a.until)
                         where p.id = :id returning organisation
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getObject("organisation", UUID.class))
                        .map(OrganisationId::new))
                .single();
        var actor = proposal.role()
                .map(role -> accounts.appoint(
                        proposal.person(),
                        role,
                        proposal.area().orElseThrow(),
                        organisation.orElseThrow(),
                        proposal.until()));
        if (proposal.kind() == Kind.RESET_FACTOR) {
            factors.reset(proposal.person(), proposal.login());
        }
        sessions.endAll(proposal.login());
        jdbc.sql("update administration.proposal set effect_at = :now, appointment = :appointment where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("appointment", actor.map(Actor::appointment).orElse(null))
                .param("id", id)
                .update();
        var act = proposal.kind() == Kind.APPOINT ? "access.appoint" : "factor.reset";
        audit.record(
                administrator,
                act,
                proposal.login(),
                proposal.role().map(Role::name).orElse("")
                        + proposal.area().map(" "::concat).orElse("")
                        + proposal.until().map(day -> " " + day).orElse("")
                        + (proposal.proposedBy().equals(administrator.person()) ? " alone" : ""));
        return actor;
    }

    /** What counted already ends again; what was only made to last longer, on the day it had or is over before. */
    private void undo(UUID id) {
        record Held(UUID appointment, @Nullable LocalDate formerly) {}
        jdbc.sql("select appointment, formerly from administration.proposal where id = :id and appointment is not null")
                .param("id", id)
                .query((row, _) ->
                        new Held(row.getObject("appointment", UUID.class), row.getObject("formerly", LocalDate.class)))
                .optional()
                .ifPresent(one -> {
                    if (one.formerly() == null) {
                        accounts.end(one.appointment());
                    } else if (accounts.lastDay(one.appointment())
                            .filter(one.formerly()::isAfter)
                            .isEmpty()) {
                        accounts.endOn(one.appointment(), Optional.of(one.formerly()));
                    }
                });
    }

    private void close(Actor administrator, Proposal proposal, String outcome) {
        jdbc.sql(
                        "update administration.proposal set decided_by = :by, decided_at = :now, outcome = :outcome where id = :id")
                .param("by", administrator.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome)
                .param("id", proposal.id())
                .update();
        audit.record(
                administrator,
                outcome.equals("CONFIRMED") ? "access.appointment-confirm" : "access.appointment-reject",
                proposal.login(),
                proposal.told());
    }
}
