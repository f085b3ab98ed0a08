package org.zhongchuang.engine.formula;

import java.math.RoundingMode;
import java.util.Locale;

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

    /** The rounding that a word of a formula names. */
    static Rounding named(Formula word) {
        if (word instanceof Formula.Name name) {
            for (var rounding : values()) {
                if (rounding.name().toLowerCase(Locale.ROOT).equals(name.id())) {
                    return rounding;
                }
            }
        }
        throw new FormulaProblem(
                word.span(),
                "这里须写取整方式：half_up、half_even、up 或 down",
                "a rounding is needed here: half_up, half_even, up or down");
    }

    RoundingMode mode() {
        return mode;
    }
}
