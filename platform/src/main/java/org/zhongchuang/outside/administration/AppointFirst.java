package org.zhongchuang.outside.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.PasswordRules;
import org.zhongchuang.outside.administration.Appointing.Mistake;
import org.zhongchuang.outside.administration.Appointing.Reason;
import org.zhongchuang.outside.administration.Appointing.Result;

/** Appoints the first administrator of an installation that has none. */
@Service
public class AppointFirst {

    private final Appointing appointing;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final AuditLog audit;

    AppointFirst(Appointing appointing, Accounts accounts, PasswordRules rules, AuditLog audit) {
        this.appointing = appointing;
        this.accounts = accounts;
        this.rules = rules;
        this.audit = audit;
    }

    /** The first administrator of an empty installation, with the password they typed; nobody afterwards. */
    @Transactional
    public Result appoint(Appointment appointment, String password) {
        accounts.lockFirstAdministrator();
        if (accounts.hasAdministrator()) {
            return Result.refused(Reason.FIRST_TAKEN);
        }
        var mistakes = new ArrayList<Mistake>();
        appointing
                .mistakes(appointment.draft(), accounts.personWith(appointment.login()))
                .forEach(one -> mistakes.add(one.mistake()));
        if (appointment.organisation().isBlank()) {
            mistakes.add(Reason.UNIT.mistake());
        }
        var weak =
                rules.against(password, List.of(appointment.login(), appointment.name(), appointment.organisation()));
        weak.ifPresent(one -> mistakes.add(new Mistake("password", one.text())));
        if (!mistakes.isEmpty()) {
            return new Result.Refused(mistakes, Set.of());
        }
        var organisation = accounts.organisationNamed(appointment.organisation())
                .orElseGet(() ->
                        accounts.addOrganisation(appointment.organisation(), Optional.empty(), appointment.area()));
        var person = accounts.addPerson(appointment.login(), appointment.name(), password);
        var actor = accounts.appoint(person, appointment.role(), appointment.area(), organisation);
        audit.record(actor, "access.first-administrator", actor.login(), "");
        return new Result.Appointed(actor, Optional.empty());
    }
}
