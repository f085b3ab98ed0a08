package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A number that a council could change, by date, each value with its basis.
 *
 * @param id snake_case, as formulas name it
 * @param clause the clause or item it belongs to
 * @param unit the unit of its values, such as ㎡ or 工作日
 * @param values oldest first
 */
public record Parameter(String id, String clause, Text means, Unit unit, List<Value> values) {

    public Parameter {
        values = List.copyOf(values);
    }

    /**
     * One value from one day on.
     *
     * @param is the exact value
     * @param basis the document that sets it, or, for a demonstration value, where it was borrowed from
     * @param standing whether an authority set it
     */
    public record Value(LocalDate from, BigDecimal is, Text basis, Standing standing) {}

    /** Where a value comes from. */
    public enum Standing {
        /** Fixed by the document itself. */
        FIXED,
        /** Left open by the document, set by an authority with a document number. */
        SET,
        /** Left open and not set: 演示参数, good for demonstration, never for a real decision. */
        DEMONSTRATION
    }

    /** The value in force on that day, if any. */
    public Optional<Value> on(LocalDate day) {
        return values.stream().filter(value -> !value.from().isAfter(day)).reduce((_, later) -> later);
    }
}
