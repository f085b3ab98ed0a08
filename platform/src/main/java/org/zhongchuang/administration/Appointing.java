package org.zhongchuang.administration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.audit.AuditLog;
import org.zhongchuang.engine.Text;
import org.zhongchuang.policy.Policies;

/** Gives people an account and an appointment, and ends appointments. */
@Service
public class Appointing {

    private static final int SHORTEST_PASSWORD = 10;

    private final Accounts accounts;
    private final Policies policies;
    private final AuditLog audit;

    Appointing(Accounts accounts, Policies policies, AuditLog audit) {
        this.accounts = accounts;
        this.policies = policies;
        this.audit = audit;
    }

    /**
     * Who is to be appointed.
     *
     * @param password the first password of a new account; ignored for a person who has one
     */
    public record Appointment(
            String login, String name, String password, String organisation, Role role, String area) {}

    /** What came of it. */
    public sealed interface Result {

        record Appointed(Actor actor) implements Result {}

        record Refused(Reason reason) implements Result {}
    }

    /** Why somebody is not appointed, in order of precedence. */
    public enum Reason {
        LOGIN("账号用2到60个小写字母、数字、点或短横线。", "An account name has 2 to 60 lower-case letters, digits, dots or hyphens."),
        NAME("请填写姓名和单位。", "Give the name and the organisation."),
        AREA("请选择区域。", "Choose an area."),
        PASSWORD("初始密码至少10个字符。", "The first password needs at least ten characters."),
        HELD_ALREADY("这个人已经有同样的身份。", "This person holds the same appointment already.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    @Transactional
    public Result appoint(Actor administrator, Appointment appointment) {
        var result = appoint(appointment);
        if (result instanceof Result.Appointed(var actor)) {
            audit.record(administrator, "access.appoint", actor.login(), actor.role() + " " + actor.area());
        }
        return result;
    }

    /** The first administrator of an empty installation; nobody afterwards. */
    @Transactional
    public Result appointFirst(Appointment appointment) {
        accounts.lockFirstAdministrator();
        if (accounts.hasAdministrator()) {
            return new Result.Refused(Reason.HELD_ALREADY);
        }
        var result = appoint(appointment);
        if (result instanceof Result.Appointed(var actor)) {
            audit.record(actor, "access.first-administrator", actor.login(), "");
        }
        return result;
    }

    /** Ends an appointment today; what was done under it stays. */
    @Transactional
    public void end(Actor administrator, UUID appointment) {
        accounts.end(appointment);
        audit.record(administrator, "access.end-appointment", appointment.toString(), "");
    }

    private Result appoint(Appointment appointment) {
        var known = accounts.personWith(appointment.login());
        var reason = reasonAgainst(appointment, known.isPresent());
        if (reason.isPresent()) {
            return new Result.Refused(reason.get());
        }
        var held = accounts.appointmentsOf(appointment.login()).stream()
                .anyMatch(one -> one.role() == appointment.role()
                        && one.area().equals(appointment.area())
                        && one.unit().equals(appointment.organisation()));
        if (held) {
            return new Result.Refused(Reason.HELD_ALREADY);
        }
        var organisation = accounts.organisationNamed(appointment.organisation())
                .orElseGet(() ->
                        accounts.addOrganisation(appointment.organisation(), Optional.empty(), appointment.area()));
        var person = known.orElseGet(
                () -> accounts.addPerson(appointment.login(), appointment.name(), appointment.password()));
        return new Result.Appointed(accounts.appoint(person, appointment.role(), appointment.area(), organisation));
    }

    private Optional<Reason> reasonAgainst(Appointment appointment, boolean known) {
        if (!appointment.login().matches("[a-z0-9.-]{2,60}")) {
            return Optional.of(Reason.LOGIN);
        }
        if (appointment.organisation().isBlank()
                || (!known && appointment.name().isBlank())) {
            return Optional.of(Reason.NAME);
        }
        if (policies.current().areas().stream().noneMatch(area -> area.code().equals(appointment.area()))) {
            return Optional.of(Reason.AREA);
        }
        return !known && appointment.password().length() < SHORTEST_PASSWORD
                ? Optional.of(Reason.PASSWORD)
                : Optional.empty();
    }
}
