package org.zhongchuang.outside.administration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.Sessions;

/** Disables accounts, opens them again, and ends sessions of others. */
@Service
public class ClosingAccounts {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final AuditLog audit;

    ClosingAccounts(Accounts accounts, Credentials credentials, Sessions sessions, AuditLog audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Why an account stays open. */
    public enum Reason {
        OWN_APPOINTMENT("不能结束自己正在使用的身份。", "You cannot end the role you are acting in."),
        OWN("不能停用自己的账号。", "You cannot disable your own account."),
        LAST("这是最后一位系统管理员，必须保留。", "This is the last administrator, who stays.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** Disables an account: it cannot sign in, and its sessions end now. Empty when it is done. */
    @Transactional
    public Optional<Reason> disable(Actor administrator, Credentials.Holder holder) {
        if (holder.person().equals(administrator.person())) {
            return Optional.of(Reason.OWN);
        }
        if (accounts.isLastAdministrator(holder.person())) {
            return Optional.of(Reason.LAST);
        }
        if (credentials.disable(holder.person(), administrator.person())) {
            audit.record(administrator, "access.disable", holder.login(), "");
        }
        sessions.endAll(holder.login());
        return Optional.empty();
    }

    /** Lets an account sign in again. */
    @Transactional
    public void enable(Actor administrator, Credentials.Holder holder) {
        if (credentials.enable(holder.person())) {
            audit.record(administrator, "access.enable", holder.login(), "");
        }
    }

    /** Ends an appointment and its owner's sessions today; what was done under it stays. Empty when it is done. */
    @Transactional
    public Optional<Reason> endAppointment(Actor administrator, UUID appointment) {
        if (appointment.equals(administrator.appointment())) {
            return Optional.of(Reason.OWN_APPOINTMENT);
        }
        var held = accounts.appointment(appointment);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        if (held.get().is(Role.ADMINISTRATOR)
                && accounts.isLastAdministrator(held.get().person())) {
            return Optional.of(Reason.LAST);
        }
        accounts.end(appointment);
        sessions.endAll(held.get().login());
        audit.record(
                administrator,
                "access.end-appointment",
                held.get().login(),
                held.get().role() + " " + held.get().area());
        return Optional.empty();
    }

    /** Ends the sessions of one person. */
    @Transactional
    public void endSessions(Actor administrator, PersonId person) {
        credentials.holder(person).ifPresent(holder -> {
            sessions.endAll(holder.login());
            audit.record(administrator, "session.end-all", holder.login(), "");
        });
    }

    /** Ends the sessions of everybody but the administrator who asks for it: the brake for a bad day. */
    @Transactional
    public int endEverybodysSessions(Actor administrator, String present) {
        var ended = sessions.endEverybodys(present);
        audit.record(administrator, "session.end-all", "*", String.valueOf(ended));
        return ended;
    }
}
