package org.zhongchuang.procedure.casework;

import java.time.Instant;

/** One act on a case, as its readers are told of it. */
public record CaseEvent(Instant at, Act act, String name, String unit, String note) {

    /** Whom the rows name where nobody acted: time passed. */
    static final String SYSTEM = "系统";

    public boolean isOfTheSystem() {
        return name.equals(SYSTEM) && unit.equals(SYSTEM);
    }

    /** The unit with the name of whoever acted, where it says more. */
    public String who() {
        return unit + (name.equals(unit) ? "" : " " + name);
    }
}
