package org.zhongchuang.records.registry;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;

/** What the city keeps registers of. */
public enum SubjectKind {
    SPACE("众创空间", "Makerspaces", Set.of(Role.OPERATOR)),
    ENTERPRISE("企业和团队", "Firms and teams", Set.of(Role.FIRM, Role.FOUNDER)),
    PERSON("人才、导师和天使投资人", "People", Set.of(Role.FOUNDER, Role.RESEARCHER, Role.MENTOR, Role.EXPERT, Role.INVESTOR)),
    INVESTOR("投资机构", "Investors", Set.of(Role.INVESTOR)),
    FUND("基金", "Funds", Set.of(Role.INVESTOR)),
    INSTITUTION("载体和机构", "Institutions", Set.of(Role.INSTITUTION, Role.SERVICE_PROVIDER));

    private final Text label;
    private final Set<Role> actingFor;

    SubjectKind(String zh, String en, Set<Role> actingFor) {
        this.label = Text.of(zh, en);
        this.actingFor = actingFor;
    }

    /** The kind whose list an address asks for; makerspaces where it names none. */
    public static SubjectKind named(String name) {
        return Typed.shown(SubjectKind.class, name, SPACE);
    }

    public Text label() {
        return label;
    }

    /** The roles in which somebody acts for an entry of this kind. */
    public Set<Role> actingFor() {
        return actingFor;
    }
}
