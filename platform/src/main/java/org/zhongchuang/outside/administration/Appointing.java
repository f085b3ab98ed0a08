package org.zhongchuang.outside.administration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.identity.PasswordLink;
import org.zhongchuang.ground.identity.PasswordLinks;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.Appointment.Sure;

/** Gives people an account and an appointment. */
@Service
public class Appointing {

    private final Accounts accounts;
    private final Policies policies;
    private final WhichOrganisation organisations;
    private final Countersigning countersigning;
    private final PasswordLinks links;
    private final AuditLog audit;

    Appointing(
            Accounts accounts,
            Policies policies,
            WhichOrganisation organisations,
            Countersigning countersigning,
            PasswordLinks links,
            AuditLog audit) {
        this.accounts = accounts;
        this.policies = policies;
        this.organisations = organisations;
        this.countersigning = countersigning;
        this.links = links;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The appointment counts; {@code link} is there for a person who has no password yet. */
        record Appointed(Actor actor, Optional<PasswordLink> link) implements Result {}

        /** A second administrator has to confirm it first. */
        record Proposed(String name, Role role) implements Result {}

        /** Not done for all of these; {@code asks} what the administrator may confirm so that it is. */
        record Refused(List<Mistake> mistakes, Set<Sure> asks) implements Result {

            public Refused {
                mistakes = List.copyOf(mistakes);
                asks = Set.copyOf(asks);
            }

            public Text reason() {
                return mistakes.getFirst().why();
            }
        }

        static Result refused(Reason reason) {
            return new Refused(List.of(reason.mistake()), Set.of());
        }
    }

    /** What is wrong, and with which field; with none where it is about the whole. */
    public record Mistake(String field, Text why) {}

    /** Why somebody is not appointed. */
    public enum Reason implements Refusal {
        LOGIN(
                "login",
                "账号用2到60个小写字母、数字、点或短横线。",
                "An account name has 2 to 60 lower-case letters, digits, dots or hyphens."),
        NAME_TOO_LONG("name", "姓名不超过100字。", "The name has at most 100 characters."),
        UNIT_TOO_LONG("organisation", "单位名称不超过100字。", "The organisation has at most 100 characters."),
        NAME("name", "请填写姓名。", "Give the name."),
        UNIT("organisation", "请填写单位名称。", "Give the name of the organisation."),
        ROLE("role", "请选择身份。", "Choose a role."),
        CODE(
                "code",
                "统一社会信用代码校验不通过，请对照证照核对。",
                "The credit code does not hold to its check; compare it with the certificate."),
        CODE_NEEDED(
                "code",
                "企业、运营机构、服务机构和院校按统一社会信用代码与登记册对上：请填写代码。",
                "Firms, operators, providers and institutions are found in the register by their credit codes: give the code."),
        SEVERAL("code", "有几个单位叫这个名称，请填写统一社会信用代码。", "Several organisations have that name; give the credit code."),
        OTHER_NAME(
                "login",
                "这个账号已经有人使用，姓名和您填写的不同。请核对账号。",
                "This account belongs to somebody of another name. Check the account."),
        AREA("area", "请选择区域。", "Choose an area."),
        COUNTY("area", "县（市、区）科技部门的人员要任命到一个县（市、区）。", "A county officer is appointed for a county."),
        LAST_DAY(
                "until",
                "最后一天请写成 2027-03-31 的样子，不早于今天；不设期限的留空。",
                "Write the last day such as 2027-03-31, not before today; leave it empty for no end.",
                "an_appointment_ends_after_it_begins"),
        HIMSELF("login", "不能任命自己。请另一位管理员办理。", "Nobody appoints himself. Ask another administrator."),
        LOGIN_TAKEN(
                "login",
                "刚才有人建立了这个账号，请查看后再任命。",
                "Somebody has just made this account; look at it before you appoint.",
                "person_login_key"),
        FIRST_TAKEN(
                "",
                "刚才已经有人建立了第一个管理员，请用那个账号登录。",
                "Somebody has just made the first administrator; sign in with that account."),
        HELD_ALREADY(
                "role", "这个人已经有同样的身份。", "This person holds the same appointment already.", "one_appointment_of_a_kind"),
        PROPOSED_ALREADY("role", "同样的任命已经在等待确认。", "The same appointment is waiting to be confirmed already.");

        private final String field;
        private final Text text;
        private final Set<String> constraints;

        Reason(String field, String zh, String en, String... constraints) {
            this.field = field;
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        Mistake mistake() {
            return new Mistake(field, text);
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    /**
     * Appoints somebody. An official role waits for a second administrator, or, of the only administrator, counts at
     * once and is to be looked at by the next. All that is wrong is told at once.
     */
    @Transactional
    public Result appoint(Actor administrator, Appointment.Draft draft) {
        var known = accounts.personWith(draft.login());
        return refused(administrator, draft, known)
                .orElseGet(() -> appoint(administrator, draft.appointment().orElseThrow(), known));
    }

    @Transactional
    public Result appoint(Actor administrator, Appointment appointment) {
        return appoint(administrator, appointment.draft());
    }

    private Optional<Result> refused(Actor administrator, Appointment.Draft draft, Optional<PersonId> known) {
        var mistakes = new ArrayList<Mistake>();
        var asks = EnumSet.noneOf(Sure.class);
        mistakes(draft, known).forEach(one -> mistakes.add(one.mistake()));
        if (known.filter(administrator.person()::equals).isPresent()) {
            mistakes.add(Reason.HIMSELF.mistake());
        }
        var appointment = draft.appointment();
        appointment.map(organisations::of).ifPresent(named -> {
            if (named instanceof WhichOrganisation.Found.Unclear(var why, var sure)) {
                mistakes.add(why);
                sure.ifPresent(asks::add);
            } else if (mistakes.isEmpty() && holds(appointment.orElseThrow(), WhichOrganisation.nameOf(named))) {
                mistakes.add(Reason.HELD_ALREADY.mistake());
            }
        });
        var isWrong = mistakes.size() > asks.size();
        if (known.isPresent() && !isWrong && !draft.sure().contains(Sure.SAME_PERSON)) {
            mistakes.addFirst(new Mistake("login", taken(draft.login(), known.get())));
            asks.add(Sure.SAME_PERSON);
        }
        return mistakes.isEmpty() ? Optional.empty() : Optional.of(new Result.Refused(mistakes, asks));
    }

    private Result appoint(Actor administrator, Appointment appointment, Optional<PersonId> known) {
        var named = organisations.of(appointment);
        var organisation = organisations.make(administrator, named, appointment.role(), appointment.area());
        var person = known.orElseGet(() -> accounts.addPerson(appointment.login(), appointment.name()));
        if (!appointment.role().isOfficial()) {
            var actor =
                    accounts.appoint(person, appointment.role(), appointment.area(), organisation, appointment.until());
            audit.record(
                    administrator,
                    "access.appoint",
                    actor.login(),
                    actor.role() + " " + actor.area()
                            + appointment.until().map(day -> " " + day).orElse(""));
            return new Result.Appointed(
                    actor, known.isPresent() ? Optional.empty() : Optional.of(links.make(administrator, person)));
        }
        return switch (countersigning.appointment(
                administrator, person, appointment.role(), appointment.area(), organisation, appointment.until())) {
            case Proposal.Made.InEffect(var actor) ->
                new Result.Appointed(
                        actor.orElseThrow(),
                        known.isPresent() ? Optional.empty() : Optional.of(links.make(administrator, person)));
            case Proposal.Made.Waiting _ -> new Result.Proposed(appointment.login(), appointment.role());
            case Proposal.Made.Already _ -> Result.refused(Reason.PROPOSED_ALREADY);
        };
    }

    private static final int LONGEST_NAME = 100;

    /** What is wrong with what was typed; {@code known} is who has that account name already. */
    List<Reason> mistakes(Appointment.Draft draft, Optional<PersonId> known) {
        var areas = policies.current().areas();
        var wrong = new LinkedHashMap<Reason, Boolean>();
        wrong.put(Reason.LOGIN, !draft.login().matches("[a-z0-9.-]{2,60}"));
        wrong.put(Reason.NAME, known.isEmpty() && draft.name().isBlank());
        wrong.put(Reason.NAME_TOO_LONG, draft.name().length() > LONGEST_NAME);
        wrong.put(
                Reason.OTHER_NAME,
                !draft.name().isBlank()
                        && known.flatMap(accounts::nameOf)
                                .filter(name -> !name.equals(draft.name()))
                                .isPresent());
        wrong.put(Reason.UNIT_TOO_LONG, draft.organisation().length() > LONGEST_NAME);
        wrong.put(Reason.ROLE, draft.role().isEmpty());
        wrong.put(Reason.AREA, areas.stream().noneMatch(area -> area.code().equals(draft.area())));
        wrong.put(
                Reason.COUNTY,
                draft.role().filter(Role.COUNTY_OFFICER::equals).isPresent()
                        && areas.getFirst().code().equals(draft.area()));
        wrong.put(
                Reason.LAST_DAY, !Typed.isDayOrNone(draft.until()) || countersigning.isOver(Typed.day(draft.until())));
        return wrong.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean holds(Appointment appointment, String organisation) {
        return accounts.appointmentsOf(appointment.login()).stream()
                .anyMatch(one -> one.role() == appointment.role()
                        && one.area().equals(appointment.area())
                        && one.unit().equals(organisation)
                        && !isShorter(accounts.lastDay(one.appointment()), appointment.until()));
    }

    /** Whether an appointment that is held ends before one that is wanted: it can be made to last longer. */
    static boolean isShorter(Optional<LocalDate> held, Optional<LocalDate> wanted) {
        return held.isPresent() && wanted.map(last -> last.isAfter(held.get())).orElse(true);
    }

    /** Whose a login is that exists. */
    private Text taken(String login, PersonId person) {
        var name = accounts.nameOf(person).orElse(login);
        return Text.of(
                "账号“" + login + "”已经有人使用：" + name + "。",
                "The account “" + login + "” exists already; it is " + name + "’s.");
    }
}
