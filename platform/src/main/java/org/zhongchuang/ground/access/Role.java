package org.zhongchuang.ground.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Text;

/** What somebody may be in this system, with the readers' group of the document they belong to. */
public enum Role {
    OPERATOR("运营机构", "Space operator", Audience.OPERATOR),
    COUNTY_OFFICER("县（市、区）科技部门", "County science officer", Audience.COUNTY),
    CITY_OFFICER("市科技局审核", "City science officer", Audience.DEPARTMENT),
    CITY_DECIDER("市科技局审定", "City decider", Audience.DEPARTMENT),
    EXPERT("评审专家", "Expert", Audience.PUBLIC),
    LEADING_GROUP_OFFICE("领导小组办公室", "Leading-group office", Audience.LEADERSHIP),
    FINANCE_OFFICER("财政部门", "Finance officer", Audience.DEPARTMENT),
    LABOUR_OFFICER("人力社保部门", "Human-resources officer", Audience.DEPARTMENT),
    TAX_OFFICER("税务部门", "Tax officer", Audience.DEPARTMENT),
    MARKET_OFFICER("市场监管部门", "Market-regulation officer", Audience.DEPARTMENT),
    EDUCATION_OFFICER("教育部门", "Education officer", Audience.DEPARTMENT),
    DEPARTMENT_REPORTER("其他市级部门", "Other department", Audience.DEPARTMENT),
    AUDITOR("审计与纪检", "Auditor", Audience.LEADERSHIP),
    ADMINISTRATOR("系统管理员", "Administrator", Audience.DEPARTMENT),
    FIRM("企业", "Firm", Audience.FIRM),
    FOUNDER("团队与个人", "Team or founder", Audience.STUDENT),
    RESEARCHER("科研人员", "Researcher", Audience.RESEARCHER),
    MENTOR("创业导师", "Mentor", Audience.MENTOR),
    INVESTOR("投资与金融机构", "Investor, bank or guarantor", Audience.INVESTOR),
    SERVICE_PROVIDER("服务机构与创新载体", "Service provider or laboratory", Audience.SERVICE_PROVIDER),
    INSTITUTION("高校与科研院所", "University or institute", Audience.INSTITUTION);

    private final Text label;
    private final Audience audience;

    Role(String zh, String en, Audience audience) {
        this.label = Text.of(zh, en);
        this.audience = audience;
    }

    /** Whether people in this role apply for something for themselves or their organisation. */
    public boolean isApplicant() {
        return this == OPERATOR || this == FIRM || this == FOUNDER;
    }

    /**
     * Whether people in this role act for the authorities, or see what others handed in to them: they sign in with a
     * second factor, and two administrators appoint them.
     */
    public boolean isOfficial() {
        return switch (this) {
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
                    ADMINISTRATOR -> true;
            case OPERATOR, FIRM, FOUNDER, RESEARCHER, MENTOR, INVESTOR, SERVICE_PROVIDER, INSTITUTION -> false;
        };
    }

    /** Whether a pack may give people in this role a step of a procedure, apart from experts, who are drawn by lot. */
    public boolean mayHoldSteps() {
        return switch (this) {
            case COUNTY_OFFICER,
                    CITY_OFFICER,
                    CITY_DECIDER,
                    LABOUR_OFFICER,
                    TAX_OFFICER,
                    MARKET_OFFICER,
                    EDUCATION_OFFICER,
                    DEPARTMENT_REPORTER,
                    INVESTOR,
                    SERVICE_PROVIDER,
                    INSTITUTION -> true;
            case OPERATOR,
                    FIRM,
                    FOUNDER,
                    EXPERT,
                    LEADING_GROUP_OFFICE,
                    FINANCE_OFFICER,
                    AUDITOR,
                    ADMINISTRATOR,
                    RESEARCHER,
                    MENTOR -> false;
        };
    }

    /** Whether people in this role lead those in the other: they give out the cases that wait for them. */
    boolean leads(Role other) {
        return this == CITY_DECIDER && other == CITY_OFFICER;
    }

    /** The role under which steps are kept: all who apply have one, that of operators. */
    public Role desk() {
        return isApplicant() ? OPERATOR : this;
    }

    /** The word by which a pack knows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that has this word. */
    public static Optional<Role> named(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The usual name; {@link Offices#name(Role)} is what the city says. */
    public Text label() {
        return label;
    }

    public Audience audience() {
        return audience;
    }
}
