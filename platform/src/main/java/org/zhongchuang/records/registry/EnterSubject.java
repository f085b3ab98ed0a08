package org.zhongchuang.records.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Registering.Reason;

/** Enters a subject that the registers do not know yet. */
@Service
public class EnterSubject {

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Policies policies;
    private final Seal seal;
    private final AuditLog audit;

    EnterSubject(Reach reach, JdbcClient jdbc, Subjects subjects, Policies policies, Seal seal, AuditLog audit) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.policies = policies;
        this.seal = seal;
        this.audit = audit;
    }

    /**
     * A new entry.
     *
     * @param identifier a code; for a person an identity number, of which only a fingerprint is kept
     */
    public record Entry(
            SubjectKind kind,
            String name,
            String area,
            String identifier,
            @Nullable LocalDate founded) {}

    /** Enters somebody of whom it is known that no entry of that name is the same. */
    @Transactional
    public Registering enter(Actor actor, Entry entry) {
        return enter(actor, entry, FormId.fresh(), true);
    }

    /**
     * Enters what a form says, once.
     *
     * @param another whether it is another one than an entry of that name in that area
     */
    @Transactional
    public Registering enter(Actor actor, Entry entry, FormId form, boolean another) {
        var name = PlainForm.seen(entry.name());
        var id = new SubjectId(form.value());
        // Of two who enter one name at once, one waits here and is then asked whether it is the same.
        jdbc.sql(LookAlikes.HOLD).param("name", name).query((_, _) -> true).single();
        if (audit.isDone(actor, form, "register.enter", entry)) {
            return new Registering.Done(id);
        }
        var identifier = Identifier.read(entry.identifier()).plain();
        if (entry.kind() == SubjectKind.SPACE) {
            return Registering.refused(Reason.NO_SUCH_KIND);
        }
        if (name.length() < 2 || name.length() > 80) {
            return Registering.refused(Reason.NO_NAME);
        }
        if (policies.current().areas().stream().noneMatch(area -> area.code().equals(entry.area()))) {
            return Registering.refused(Reason.NO_SUCH_AREA);
        }
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT, Whereabouts.in(entry.area()))) {
            return Registering.refused(Reason.NOT_YOUR_AREA);
        }
        var isPerson = entry.kind() == SubjectKind.PERSON;
        if (!identifier.isEmpty() && !isPerson && !Identifier.read(identifier).isOrganisations()) {
            return Registering.refused(Reason.NOT_A_CODE);
        }
        if (!identifier.isEmpty() && isPerson && !isPersonsNumber(identifier)) {
            return Registering.refused(Reason.NOT_A_NUMBER);
        }
        if (entry.founded() != null && entry.founded().isAfter(subjects.today())) {
            return Registering.refused(Reason.NO_FOUNDING_DAY);
        }
        if (!identifier.isEmpty() && isTaken(isPerson, identifier)) {
            return Registering.refused(Reason.CODE_TAKEN);
        }
        if (!another && namesake(entry.kind(), name, entry.area()).isPresent()) {
            return Registering.refused(Reason.SAME_NAME);
        }
        if (!audit.isFirst(actor, form, "register.enter", entry)) {
            return new Registering.Done(id);
        }
        subjects.insert(id, entry.kind(), name, entry.area(), entry.founded());
        if (!identifier.isEmpty()) {
            identify(id, isPerson, identifier);
        }
        subjects.refresh(id);
        audit.record(actor, "register.enter", id.toString(), entry.kind().name());
        return new Registering.Done(id);
    }

    /** An identity card's number, or that of a passport or another paper. */
    private static boolean isPersonsNumber(String number) {
        var read = Identifier.read(number);
        return read.kind() == Identifier.Kind.CITIZEN_ID ? read.valid() : number.matches("[0-9A-Z]{5,17}");
    }

    /** An entry of that name in that area, however it is spelt. */
    public Optional<SubjectId> namesake(SubjectKind kind, String name, String area) {
        return jdbc.sql("""
                        select id from registry.subject
                         where kind = :kind and plain_name = registry.public_plain_name(:name) and area = :area and merged_into is null and withdrawn_at is null order by created_at, id limit 1
                        """)
                .param("kind", kind.name())
                .param("name", name)
                .param("area", area)
                .query(UUID.class)
                .optional()
                .map(SubjectId::new);
    }

    private boolean isTaken(boolean isPerson, String identifier) {
        return jdbc.sql(
                        "select exists (select 1 from registry.subject where merged_into is null and withdrawn_at is null and "
                                + (isPerson ? "person_hash" : "code") + " = :value)")
                .param("value", isPerson ? seal.fingerprint(identifier) : identifier)
                .query(Boolean.class)
                .single();
    }

    private void identify(SubjectId id, boolean isPerson, String identifier) {
        jdbc.sql("update registry.subject set " + (isPerson ? "person_hash" : "code") + " = :value where id = :id")
                .param("value", isPerson ? seal.fingerprint(identifier) : identifier)
                .param("id", id.value())
                .update();
    }
}
