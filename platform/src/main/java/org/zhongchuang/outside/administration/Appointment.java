package org.zhongchuang.outside.administration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;

/**
 * Who is to be appointed; a new person sets their own password through a link.
 *
 * @param organisation its name; may be empty where the code says which it is, and for people who act for themselves
 * @param code its credit code; empty where it is known by its name
 * @param until its last day; empty where none is laid down
 * @param sure what the administrator was asked and confirmed
 */
public record Appointment(
        String login,
        String name,
        String organisation,
        String code,
        Role role,
        String area,
        Optional<LocalDate> until,
        Set<Sure> sure) {

    public Appointment {
        sure = Set.copyOf(sure);
    }

    /** One of which everything that could be asked is confirmed. */
    public Appointment(String login, String name, String organisation, Role role, String area) {
        this(login, name, organisation, "", role, area, Optional.empty(), Set.of(Sure.values()));
    }

    /**
     * An appointment as it was typed.
     *
     * @param role none where none was chosen
     * @param until the last day as it was written
     */
    public record Draft(
            String login,
            String name,
            String organisation,
            String code,
            Optional<Role> role,
            String area,
            String until,
            Set<Sure> sure) {

        /** The appointment that it is, but for a role and a day that cannot be read. */
        Optional<Appointment> appointment() {
            return role.map(one -> new Appointment(login, name, organisation, code, one, area, Typed.day(until), sure));
        }
    }

    Draft draft() {
        return new Draft(
                login,
                name,
                organisation,
                code,
                Optional.of(role),
                area,
                until.map(LocalDate::toString).orElse(""),
                sure);
    }

    /** What an administrator is asked before it is done. */
    public enum Sure {
        /** That a login which exists is this person's, who gets another role. */
        SAME_PERSON("是同一个人，给这个账号增加身份", "It is the same person, whose account gets this role too"),
        /** That an organisation nobody has acted for is really a new one. */
        NEW_ORGANISATION("是新单位，按填写的名称建立", "It is a new organisation; make it under that name");

        private final Text text;

        Sure(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** By what the organisation is known for which people in a role act. */
    enum KnownBy {
        /** The authorities and what belongs to them have no code that anybody asks for. */
        NAME,
        CREDIT_CODE,
        /** They act for themselves and need none. */
        NOBODY
    }

    static KnownBy knownBy(Role role) {
        return switch (role) {
            case FIRM, OPERATOR, SERVICE_PROVIDER, INSTITUTION -> KnownBy.CREDIT_CODE;
            case FOUNDER, RESEARCHER, MENTOR, INVESTOR -> KnownBy.NOBODY;
            case COUNTY_OFFICER,
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
                    ADMINISTRATOR -> KnownBy.NAME;
        };
    }
}
