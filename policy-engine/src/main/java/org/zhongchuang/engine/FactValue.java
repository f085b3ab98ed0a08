package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is known of one fact. */
public sealed interface FactValue {

    /** A number in its unit; money in yuan. */
    record Quantity(BigDecimal value) implements FactValue {}

    record YesNo(boolean yes) implements FactValue {}

    record Day(LocalDate value) implements FactValue {}

    /** The code of a choice, or another text. */
    record Word(String value) implements FactValue {}

    /** Records, each with its fields by id. */
    record Rows(List<Map<String, FactValue>> value) implements FactValue {}

    /** As plain text: a number without exponent, a day as 2015-10-01. */
    default String plain() {
        return switch (this) {
            case Quantity(var value) -> value.toPlainString();
            case YesNo(var yes) -> Boolean.toString(yes);
            case Day(var value) -> value.toString();
            case Word(var value) -> value;
            case Rows(var value) -> value.size() + " records";
        };
    }
}
