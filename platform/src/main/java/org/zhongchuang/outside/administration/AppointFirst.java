package org.zhongchuang.outside.administration;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.PasswordRules;
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
        var reason = appointing.reasonAgainst(appointment, accounts.personWith(appointment.login()));
        if (reason.isPresent()) {
            return Result.refused(reason.get());
        }
        var weak =
                rules.against(password, List.of(appointment.login(), appointment.name(), appointment.organisation()));
        if (weak.isPresent()) {
            return new Result.Refused(weak.get().text());
        }
        if (appointment.organisation().isBlank()) {
            return Result.refused(Reason.NAME);
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
