package org.zhongchuang.engine;

/** Whom a clause speaks to: the "for me" of a reader. */
public enum Audience {
    OPERATOR("运营机构", "Space operators"),
    FIRM("企业", "Firms"),
    STUDENT("大学生创业者", "Students and graduates"),
    TALENT("高层次人才", "High-level talents"),
    RESEARCHER("科研人员", "Researchers"),
    MENTOR("创业导师", "Mentors"),
    INVESTOR("投资机构", "Investors"),
    INSTITUTION("高校院所与创新载体", "Universities, institutes and laboratories"),
    SERVICE_PROVIDER("服务机构", "Service providers"),
    COUNTY("县（市、区）", "Counties"),
    DEPARTMENT("市级部门", "City departments"),
    LEADERSHIP("市政府与领导小组", "City government and leading group"),
    PUBLIC("公众", "The public");

    private final Text label;

    Audience(String zh, String en) {
        label = Text.of(zh, en);
    }

    /** The usual name; {@link PolicyPack#name(Audience)} is what the city says. */
    Text label() {
        return label;
    }
}
