package org.zhongchuang.engine.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition or a quantity over facts, parameters and terms, as written.
 *
 * <p>The syntax is near CEL and FEEL: {@code area_sqm >= minimum_area or desks >= minimum_desks}. What it means is the
 * typed {@link Node}.
 */
public sealed interface Formula {

    Span span();

    /** A number; {@code percent} where a % follows. Without unit it fits any. */
    record Literal(BigDecimal value, boolean percent, Span span) implements Formula {}

    /** A code or another text in quotes. */
    record Words(String value, Span span) implements Formula {}

    /** A day such as 2015-10-01. */
    record Day(LocalDate value, Span span) implements Formula {}

    record YesNo(boolean value, Span span) implements Formula {}

    /** A fact, a parameter, a term, a field of a record, or {@code day}, by its id. */
    record Name(String id, Span span) implements Formula {}

    /** Inside a tally that stands within another one, a field of the outer record: {@code tenants.code}. */
    record Field(String records, String id, Span span) implements Formula {}

    /** The value a parameter has on another day: {@code rate@2015-10-01}, {@code rate@founded}. */
    record At(String parameter, Formula day, Span span) implements Formula {}

    /**
     * Whether a text is in a list: {@code industry in advanced_industries}; with {@code begins}, whether it begins with
     * one of its codes.
     *
     * @param list the list by its name, on another day with {@code @}; or, with {@code begins}, a text
     */
    record Member(Formula of, Formula list, boolean begins, Span span) implements Formula {}

    record Compare(Formula left, Comparison by, Formula right, Span span) implements Formula {}

    record Calculate(Formula left, Operator by, Formula right, Span span) implements Formula {}

    record Not(Formula of, Span span) implements Formula {}

    /** Holds when every one holds. */
    record All(List<Formula> of, Span span) implements Formula {}

    /** Holds when one holds. */
    record Any(List<Formula> of, Span span) implements Formula {}

    record Choose(Formula when, Formula then, Formula otherwise, Span span) implements Formula {}

    record Call(Function function, List<Formula> arguments, Span span) implements Formula {}

    /**
     * {@code count(tenants[left > day])}, {@code sum(invoices[year = 2016].amount)} and the like.
     *
     * @param of what of each record counts; none for a count
     * @param more what stands for it where there are no records, or how many count
     */
    record Tally(
            Tallying by,
            String records,
            @Nullable Formula where,
            @Nullable Formula of,
            @Nullable Formula more,
            Span span)
            implements Formula {}

    /** A decision table; its rows are formulas of their own. */
    record Table(Hit hit, List<Row> rows, @Nullable Formula otherwise, Span span) implements Formula {}

    record Row(Formula when, Formula is) {}

    /** Which row of a table counts. */
    enum Hit {
        /** At most one row fits, which the pack check proves. */
        UNIQUE,
        /** The first that fits. */
        FIRST
    }

    enum Operator {
        PLUS,
        MINUS,
        TIMES
    }

    /** What can be called, each with a fixed number of arguments; -1 for one or more. */
    enum Function {
        ROUND(3, "round(amount, decimals, half_up)"),
        DIVIDE(5, "divide(dividend, divisor, decimals, half_up, value_when_divisor_is_0)"),
        MIN(-1, "min(a, b)"),
        MAX(-1, "max(a, b)"),
        CLAMP(3, "clamp(value, least, most)"),
        GIVEN(2, "given(optional_fact, value_when_absent)"),
        DATE(3, "date(year, month, day)"),
        YEAR_OF(1, "year_of(day)"),
        MONTH_OF(1, "month_of(day)"),
        MONTHS_BETWEEN(2, "months_between(first_day, last_day)"),
        WORKING_DAYS_BETWEEN(2, "working_days_between(first_day, last_day)"),
        DAYS(1, "days(3)"),
        WORKING_DAYS(1, "working_days(3)"),
        MONTHS(1, "months(3)"),
        YEARS(1, "years(3)");

        private final int arguments;
        private final String example;

        Function(int arguments, String example) {
            this.arguments = arguments;
            this.example = example;
        }

        int arguments() {
            return arguments;
        }

        String example() {
            return example;
        }
    }

    /** How two values are compared. */
    enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        UNEQUAL("!="),
        MORE(">"),
        LESS("<"),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case UNEQUAL -> order != 0;
                case MORE -> order > 0;
                case LESS -> order < 0;
                case EQUAL -> order == 0;
            };
        }

        /** What holds exactly where this does not. */
        public Comparison opposite() {
            return switch (this) {
                case AT_LEAST -> LESS;
                case AT_MOST -> MORE;
                case MORE -> AT_MOST;
                case LESS -> AT_LEAST;
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
            };
        }

        /** The same with its sides exchanged. */
        Comparison mirrored() {
            return switch (this) {
                case AT_LEAST -> AT_MOST;
                case AT_MOST -> AT_LEAST;
                case MORE -> LESS;
                case LESS -> MORE;
                case EQUAL, UNEQUAL -> this;
            };
        }

        boolean ordered() {
            return this != EQUAL && this != UNEQUAL;
        }
    }

    /** Reads a formula. Throws {@link FormulaProblem} that names the place and what was expected. */
    static Formula parse(Source source) {
        return new FormulaReader(source).read();
    }

    static Formula parse(String source) {
        return parse(Source.of(source));
    }
}
