package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;

/** What the city keeps registers of. */
public enum SubjectKind {
    SPACE("众创空间", "Makerspaces"),
    ENTERPRISE("企业和团队", "Firms and teams"),
    PERSON("人才、导师和天使投资人", "People"),
    INVESTOR("投资机构", "Investors"),
    FUND("基金", "Funds"),
    INSTITUTION("载体和机构", "Institutions");

    private final Text label;

    SubjectKind(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    /** The kind whose list an address asks for; makerspaces where it names none. */
    public static SubjectKind named(String name) {
        return Typed.choice(SubjectKind.class, name).orElse(SPACE);
    }

    public Text label() {
        return label;
    }
}
