package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.zhongchuang.engine.formula.Unit;

/**
 * A figure that the document wants reached by a day.
 *
 * @param counting what is counted, as far as the document says it
 */
public record Target(String id, String clause, Text label, Unit unit, BigDecimal atLeast, LocalDate by, Text counting) {

    /** Per cent of it that have been reached, whole ones, at most a hundred. */
    public int shareOf(BigDecimal reached) {
        return reached.multiply(BigDecimal.valueOf(100))
                .divide(atLeast, 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(100))
                .intValue();
    }
}
