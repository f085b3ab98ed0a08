package org.zhongchuang.outside.administration;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Organisations;
import org.zhongchuang.ground.access.Organisations.Known;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.outside.administration.Appointing.Mistake;
import org.zhongchuang.outside.administration.Appointing.Reason;
import org.zhongchuang.outside.administration.Appointment.KnownBy;
import org.zhongchuang.outside.administration.Appointment.Sure;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.Enrolling;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/**
 * The organisation that an appointment names, by its credit code or by a name that one organisation has; with a code it
 * has an entry in the register, for which its people act.
 */
@Component
class WhichOrganisation {

    private final Organisations organisations;
    private final Accounts accounts;
    private final Subjects subjects;
    private final Enrolling enrolling;
    private final AuditLog audit;

    WhichOrganisation(
            Organisations organisations, Accounts accounts, Subjects subjects, Enrolling enrolling, AuditLog audit) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.subjects = subjects;
        this.enrolling = enrolling;
        this.audit = audit;
    }

    /** What an appointment names. */
    sealed interface Found {

        /** The one that is known; {@code code} where it is to be written down of it. */
        record There(Known organisation, Optional<String> code) implements Found {}

        record New(String name, Optional<String> code) implements Found {}

        /** None or not one; {@code asks} what would settle it. */
        record Unclear(Mistake why, Optional<Sure> asks) implements Found {}
    }

    /** The name under which it stands, typed or known by its code. */
    static String nameOf(Found found) {
        return switch (found) {
            case Found.There(var there, var _) -> there.name();
            case Found.New(var name, var _) -> name;
            case Found.Unclear _ -> "";
        };
    }

    Found of(Appointment appointment) {
        return appointment.code().isBlank() ? byName(appointment) : byCode(appointment);
    }

    private Found byCode(Appointment appointment) {
        var code = PlainForm.ofCode(appointment.code());
        if (!CreditCode.isWhole(code)) {
            return unclear(Reason.CODE);
        }
        var typed = appointment.organisation();
        var known = organisations.withCode(code);
        var entry = subjects.byCode(code).flatMap(subjects::find).map(Subject::name);
        var named = known.map(Known::name).or(() -> entry);
        if (named.isEmpty() && typed.isBlank()) {
            return unclear(Reason.UNIT);
        }
        if (named.isPresent() && !typed.isBlank() && !PlainForm.ofName(typed).equals(PlainForm.ofName(named.get()))) {
            return new Found.Unclear(
                    new Mistake(
                            "code",
                            Text.of(
                                    "这个代码是“" + named.get() + "”的，和填写的单位名称不同。请核对；单位名称可以不填。",
                                    "That code is the one of “" + named.get()
                                            + "”, which is not the name you gave. Check it; the name may be left empty.")),
                    Optional.empty());
        }
        if (known.isPresent()) {
            return new Found.There(known.get(), Optional.empty());
        }
        var name = named.orElse(typed);
        var without = organisations.named(name).stream()
                .filter(one -> one.code().isEmpty())
                .toList();
        return without.size() == 1
                ? new Found.There(without.getFirst(), Optional.of(code))
                : new Found.New(name, Optional.of(code));
    }

    private Found byName(Appointment appointment) {
        var name = appointment.organisation();
        var role = appointment.role();
        if (name.isBlank()) {
            return Appointment.knownBy(role) == KnownBy.NOBODY
                    ? new Found.New(ownName(appointment), Optional.empty())
                    : unclear(Reason.UNIT);
        }
        var named = organisations.named(name);
        if (named.size() > 1) {
            return unclear(Reason.SEVERAL);
        }
        if (named.size() == 1) {
            return Appointment.knownBy(role) == KnownBy.CREDIT_CODE
                            && named.getFirst().code().isEmpty()
                    ? unclear(Reason.CODE_NEEDED)
                    : new Found.There(named.getFirst(), Optional.empty());
        }
        if (Appointment.knownBy(role) == KnownBy.CREDIT_CODE) {
            return unclear(Reason.CODE_NEEDED);
        }
        return appointment.sure().contains(Sure.NEW_ORGANISATION)
                ? new Found.New(name, Optional.empty())
                : new Found.Unclear(new Mistake("organisation", unknown(name)), Optional.of(Sure.NEW_ORGANISATION));
    }

    /** People who act for themselves have an organisation of their own, so that nobody else sees what they file. */
    private String ownName(Appointment appointment) {
        return appointment.name().isBlank()
                ? accounts.personWith(appointment.login())
                        .flatMap(accounts::nameOf)
                        .orElse(appointment.login())
                : appointment.name();
    }

    private Text unknown(String name) {
        var alike =
                organisations.like(name).stream().map(Known::name).distinct().collect(Collectors.joining("、"));
        return alike.isEmpty()
                ? Text.of("还没有“" + name + "”这个单位。", "There is no organisation “" + name + "” yet.")
                : Text.of(
                        "还没有“" + name + "”这个单位。名称相近的有：" + alike + "。",
                        "There is no organisation “" + name + "” yet. Names like it: " + alike + ".");
    }

    private static Found unclear(Reason reason) {
        return new Found.Unclear(reason.mistake(), Optional.empty());
    }

    /** The organisation, made or given its code where that is new; with its entry in the register. */
    OrganisationId make(Actor administrator, Found found, Role role, String area) {
        return switch (found) {
            case Found.There(var there, var code) -> {
                code.ifPresent(one -> identify(administrator, there, one));
                code.or(there::code).ifPresent(one -> enter(administrator, there.name(), one, role, area));
                yield there.id();
            }
            case Found.New(var name, var code) -> {
                code.ifPresent(one -> enter(administrator, name, one, role, area));
                yield accounts.addOrganisation(name, code, area);
            }
            case Found.Unclear _ -> throw new IllegalStateException("an organisation that nobody knows");
        };
    }

    private void identify(Actor administrator, Known there, String code) {
        organisations.identify(there.id(), code);
        audit.record(administrator, "access.organisation-code", there.id().toString(), code);
    }

    private void enter(Actor administrator, String name, String code, Role role, String area) {
        var kind = kindOf(role);
        if (kind.isPresent() && subjects.byCode(code).isEmpty()) {
            var id = enrolling.enter(kind.get(), name, area, code);
            audit.record(
                    administrator, "register.enter", id.toString(), kind.get().name());
        }
    }

    /** In which register an organisation stands whose people have that role; officials and operators need no entry. */
    private static Optional<SubjectKind> kindOf(Role role) {
        return switch (role) {
            case FIRM, FOUNDER -> Optional.of(SubjectKind.ENTERPRISE);
            case INVESTOR -> Optional.of(SubjectKind.INVESTOR);
            case SERVICE_PROVIDER, INSTITUTION -> Optional.of(SubjectKind.INSTITUTION);
            case OPERATOR,
                    RESEARCHER,
                    MENTOR,
                    COUNTY_OFFICER,
                    CITY_OFFICER,
                    CITY_DECIDER,
                    EXPERT,
                    LEADING_GROUP_OFFICE,
                    FINANCE_OFFICER,
                    LABOUR_OFFICER,
                    TAX_OFFICER,
                    MARKET_OFFICER,
                    EDUCATION_OFFICER,
                    DEPARTMENT_REPORTER,
                    AUDITOR,
                    ADMINISTRATOR -> Optional.empty();
        };
    }
}
