package org.zhongchuang.engine.formula;

import java.math.RoundingMode;

/** How a number loses decimals. Always written, never implied. */
public enum Rounding {
    /** 四舍五入: the nearest, a half away from zero. */
    HALF_UP(RoundingMode.HALF_UP),
    /** The nearest, a half to the even digit. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Away from zero. */
    UP(RoundingMode.UP),
    /** Towards zero. */
    DOWN(RoundingMode.DOWN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
