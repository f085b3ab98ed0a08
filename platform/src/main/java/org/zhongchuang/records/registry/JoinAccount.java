package org.zhongchuang.records.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.records.registry.Registering.Reason;

/**
 * Joins an account to the person or team of the registers for whom its holder acts, and releases it again. Whoever acts
 * for a firm or another organisation with a code does so by that code, without being joined.
 */
@Service
public class JoinAccount {

    private final Reach reach;
    private final Register register;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Accounts accounts;

    JoinAccount(Reach reach, Register register, Subjects subjects, JdbcClient jdbc, AuditLog audit, Accounts accounts) {
        this.reach = reach;
        this.register = register;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.audit = audit;
        this.accounts = accounts;
    }

    /**
     * Somebody who acts for an entry.
     *
     * @param joined whether their account is joined to it; otherwise their organisation has its code
     */
    public record Holder(PersonId person, String login, String name, String unit, boolean joined) {}

    /** Who acts for an entry: the account that is joined to it, and those of the organisation with its code. */
    public List<Holder> holders(SubjectId entry) {
        return jdbc.sql("""
                        select p.id, p.login, p.name, '' unit, true joined
                          from registry.subject s join access.public_person p on p.id = s.account where s.id = :id
                        union
                        select p.id, p.login, p.name, o.name, false
                          from registry.subject s join access.public_organisation o on o.credit_code = s.code
                          join access.public_appointment a on a.organisation = o.id and a.since <= :today and (a.until is null or a.until >= :today)
                          join access.public_person p on p.id = a.person where s.id = :id
                         order by joined desc, login
                        """)
                .param("id", entry.value())
                .param("today", subjects.today())
                .query((row, _) -> new Holder(
                        new PersonId(row.getObject("id", java.util.UUID.class)),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getBoolean("joined")))
                .list();
    }

    /** Lets the holder of an account act for an entry that nobody else acts for. */
    @Transactional
    public Registering join(Actor actor, PersonId account, SubjectId entry) {
        var reason = reasonAgainst(actor, entry);
        if (reason.isPresent()) {
            return Registering.refused(reason.get());
        }
        if (account.equals(actor.person())) {
            return Registering.refused(Reason.OWN_ACCOUNT);
        }
        if (!mayActFor(account, subjects.find(entry).orElseThrow().kind())) {
            return Registering.refused(Reason.OTHER_ROLE);
        }
        subjects.hold(entry);
        var holders = holders(entry);
        if (holders.stream().anyMatch(one -> one.person().equals(account))) {
            return new Registering.Done(entry);
        }
        if (!holders.isEmpty()) {
            return Registering.refused(Reason.ENTRY_OF_ANOTHER);
        }
        if (register.ofAccount(account).isPresent()) {
            return Registering.refused(Reason.ACCOUNT_JOINED);
        }
        register.link(entry, account);
        audit.record(actor, "register.join", entry.toString(), account.toString());
        return new Registering.Done(entry);
    }

    private boolean mayActFor(PersonId account, SubjectKind kind) {
        return accounts.held(account).stream().map(Actor::role).anyMatch(kind.actingFor()::contains);
    }

    /** Ends that the account joined to an entry acts for it; what was done under it stays. */
    @Transactional
    public Registering release(Actor actor, SubjectId entry) {
        var reason = reasonAgainst(actor, entry);
        if (reason.isPresent()) {
            return Registering.refused(reason.get());
        }
        subjects.hold(entry);
        var joined = holders(entry).stream().filter(Holder::joined).findFirst();
        if (joined.isEmpty()) {
            return Registering.refused(Reason.NOBODY_JOINED);
        }
        if (joined.get().person().equals(actor.person())) {
            return Registering.refused(Reason.OWN_ACCOUNT);
        }
        jdbc.sql("update registry.subject set account = null where id = :id")
                .param("id", entry.value())
                .update();
        audit.record(
                actor,
                "register.release",
                entry.toString(),
                joined.get().person().toString());
        return new Registering.Done(entry);
    }

    private Optional<Reason> reasonAgainst(Actor actor, SubjectId id) {
        var entry = subjects.find(id).filter(one -> one.mergedInto().isEmpty());
        if (entry.isEmpty()) {
            return Optional.of(Reason.NO_SUCH_SUBJECT);
        }
        if (!reach.may(actor, Deed.SETTLE, Thing.SUBJECT, id.value())) {
            return Optional.of(Reason.NOT_YOUR_AREA);
        }
        return entry.get().kind() == SubjectKind.SPACE ? Optional.of(Reason.SPACE_OF_OPERATOR) : Optional.empty();
    }
}
