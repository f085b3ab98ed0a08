package org.zhongchuang.outside.administration;

import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    ClosingAccounts(Accounts accounts, Credentials credentials, Sessions sessions, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why an account stays open. */
    public enum Reason {
        OWN_APPOINTMENT("不能结束自己正在使用的身份。", "You cannot end the role you are acting in."),
        OWN("不能停用自己的账号。", "You cannot disable your own account."),
        LAST_DAY("最后一天请写成 2027-03-31 的样子，不早于今天。", "Write the last day such as 2027-03-31, not before today."),
        LONGER(
                "部门人员的身份不能单独延长。请在“任命”里按新的最后一天再任命一次，由另一位管理员确认。",
                "Nobody makes an official role last longer alone. Appoint the person again with the later day; another administrator confirms it."),
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

    /**
     * Lays down the last day of an appointment; after it, it ends by itself. Without a day it lasts until somebody ends
     * it. Empty when it is done.
     */
    @Transactional
    public Optional<Reason> endOn(Actor administrator, UUID appointment, Optional<LocalDate> last) {
        if (appointment.equals(administrator.appointment())) {
            return Optional.of(Reason.OWN_APPOINTMENT);
        }
        var held = accounts.appointment(appointment);
        var before = accounts.lastDay(appointment);
        if (held.isEmpty() || before.equals(last)) {
            return Optional.empty();
        }
        if (last.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent()) {
            return Optional.of(Reason.LAST_DAY);
        }
        if (Appointing.isShorter(before, last) && held.get().isOfficial()) {
            return Optional.of(Reason.LONGER);
        }
        if (held.get().is(Role.ADMINISTRATOR)
                && accounts.isLastAdministrator(held.get().person())) {
            return Optional.of(Reason.LAST);
        }
        accounts.endOn(appointment, last);
        audit.record(
                administrator,
                "access.appointment-until",
                held.get().login(),
                held.get().role() + " " + held.get().area() + " | " + said(before) + " → " + said(last));
        return Optional.empty();
    }

    private static String said(Optional<LocalDate> last) {
        return last.map(LocalDate::toString).orElse("open");
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
