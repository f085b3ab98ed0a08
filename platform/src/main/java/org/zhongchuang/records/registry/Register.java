package org.zhongchuang.records.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.registry.Registering.Reason;

/** What is known of subjects that are entered. Nothing is overwritten: a correction is a later finding. */
@Service
public class Register {

    private static final int LONGEST = 200;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Clock clock;

    Register(Reach reach, JdbcClient jdbc, Subjects subjects, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A finding about a subject.
     *
     * @param value as typed; empty takes back what was known
     */
    public record FindingOf(
            String attribute,
            String value,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String evidence) {}

    /** Records what an office has found out. */
    @Transactional
    public Registering record(Actor actor, SubjectId id, FindingOf finding, FormId form) {
        var subject = subjects.find(id);
        if (subject.isEmpty()) {
            return Registering.refused(Reason.NO_SUCH_SUBJECT);
        }
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT, id.value())) {
            return Registering.refused(Reason.NOT_YOUR_AREA);
        }
        var attribute = subjects.recorded(subject.get().kind()).stream()
                .filter(one -> one.id().equals(finding.attribute()))
                .findFirst();
        if (attribute.isEmpty()) {
            return Registering.refused(Reason.NO_SUCH_ATTRIBUTE);
        }
        var value = written(attribute.get(), finding.value().strip());
        if (value.isEmpty()) {
            return Registering.refused(Reason.NOT_A_VALUE);
        }
        if (finding.from() == null
                || finding.from().isAfter(subjects.today())
                || (finding.until() != null && finding.until().isBefore(finding.from()))) {
            return Registering.refused(Reason.NOT_A_PERIOD);
        }
        if (finding.evidence().strip().length() < 2 || finding.evidence().length() > LONGEST) {
            return Registering.refused(Reason.NO_EVIDENCE);
        }
        if (!audit.isFirst(actor, form, "register.record", id, finding)) {
            return new Registering.Done(id);
        }
        var before = latest(id, finding.attribute());
        if (before.filter(one -> isSame(one, finding, value.get())).isPresent()) {
            throw new Refused(Reason.SAME_FINDING);
        }
        add(actor, id, finding, value.get(), KnownFact.Source.VERIFIED, form);
        return new Registering.Done(id);
    }

    /** Records what a decision of the city brought about. */
    @Transactional
    public void decided(Actor actor, SubjectId id, FindingOf finding) {
        add(actor, id, finding, finding.value(), KnownFact.Source.REGISTERED, FormId.fresh());
    }

    private Optional<Subjects.Known> latest(SubjectId id, String attribute) {
        return jdbc.sql("select * from registry.fact where subject = :id and fact = :fact order by id desc limit 1")
                .param("id", id.value())
                .param("fact", attribute)
                .query(Subjects::known)
                .optional();
    }

    /** Whether the last that was found out says the same, on the same ground and for the same time. */
    private static boolean isSame(Subjects.Known known, FindingOf finding, String value) {
        return known.value().equals(value)
                && known.from().equals(finding.from())
                && Objects.equals(known.until(), finding.until())
                && known.evidence().equals(finding.evidence().strip());
    }

    private void add(Actor actor, SubjectId id, FindingOf finding, String value, KnownFact.Source source, FormId form) {
        var before = latest(id, finding.attribute()).map(Subjects.Known::value).orElse("");
        jdbc.sql("""
                        insert into registry.fact (subject, fact, value, source, as_of, until, evidence, verified_by, recorded_at, recorded_by, form)
                        values (:id, :fact, :value, :source, :from, :until, :evidence, :verifier, :now, :person, :form)
                        """)
                .param("id", id.value())
                .param("fact", finding.attribute())
                .param("value", value)
                .param("source", source.name())
                .param("from", finding.from())
                .param("until", finding.until())
                .param("evidence", finding.evidence().strip())
                .param(
                        "verifier",
                        source == KnownFact.Source.DECLARED
                                ? null
                                : actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .param("form", form.value())
                .update();
        subjects.refresh(id);
        // Of people the record of acts keeps no values.
        var isOfPerson = subjects.find(id).orElseThrow().kind() == SubjectKind.PERSON;
        var change = " | %1$s=%2$s → %1$s=%3$s".formatted(finding.attribute(), before, value);
        audit.record(actor, "register.record", id.toString(), finding.attribute() + (isOfPerson ? "" : change));
    }

    /**
     * The value in its plain form; empty when it is none. An empty text takes back what was known and is always one.
     */
    private static Optional<String> written(Attribute attribute, String typed) {
        if (typed.isEmpty()) {
            return Optional.of("");
        }
        return switch (attribute.form()) {
            case TEXT, CERTIFICATE -> typed.length() <= LONGEST ? Optional.of(typed) : Optional.empty();
            case YES_NO -> Optional.of(typed).filter(List.of("true", "false")::contains);
            case CHOICE ->
                attribute.options().stream()
                        .map(Attribute.Option::code)
                        .filter(typed::equals)
                        .findFirst();
            case MONEY -> Typed.money(typed).map(sum -> String.valueOf(sum.value()));
        };
    }

    /** A person decides whether the public directory shows them. */
    @Transactional
    public Registering list(Actor actor, boolean listed) {
        var changed = jdbc.sql(
                        "update registry.subject set listed = :listed where account = :person and kind = 'PERSON'")
                .param("listed", listed)
                .param("person", actor.person().value())
                .update();
        audit.record(actor, "register.list", actor.person().toString(), String.valueOf(listed));
        return changed == 0
                ? Registering.refused(Reason.NO_SUCH_SUBJECT)
                : new Registering.Done(ofAccount(actor.person()).orElseThrow().id());
    }

    /** Whether an entry is open to somebody beyond its public profile. */
    public boolean opens(Actor actor, SubjectId subject) {
        return reach.may(actor, Deed.SEE, Thing.SUBJECT, subject.value());
    }

    public Optional<Subject> ofAccount(PersonId person) {
        return jdbc.sql("select * from registry.subject where account = :person and merged_into is null")
                .param("person", person.value())
                .query(Subjects::row)
                .optional();
    }

    /** Links a person's entry to their account, so that they can decide about it. */
    @Transactional
    public void link(SubjectId subject, PersonId account) {
        jdbc.sql("update registry.subject set account = :account where id = :id")
                .param("account", account.value())
                .param("id", subject.value())
                .update();
    }
}
