package org.zhongchuang.engine.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula.Comparison;

/**
 * A formula with its types: the one meaning that both evaluators share.
 *
 * <p>Names are slots, scales are aligned, tables are chains of choices. Only like units meet.
 */
public sealed interface Node {

    Type type();

    /** What was written. */
    Span span();

    record Constant(Type type, long value, Span span) implements Node {}

    record Fact(Type type, String id, int slot, Span span) implements Node {}

    /** A parameter on the day of the judgement, or on {@code at}. */
    record Setting(Type type, String id, int slot, @Nullable Node at, Span span) implements Node {}

    record Term(Type type, String id, int slot, Span span) implements Node {}

    /**
     * A field of the record being counted, or of the one around it; {@code slot} is its place among the record's
     * fields.
     */
    record Field(Type type, String id, int slot, boolean outer, Span span) implements Node {}

    /** The day of the judgement. */
    record Today(Type type, Span span) implements Node {}

    /** The same number with more decimals. */
    record Widened(Type type, Node of, long factor, Span span) implements Node {}

    record Sum(Type type, Node left, Node right, boolean subtracted, Span span) implements Node {}

    record Product(Type type, Node left, Node right, Span span) implements Node {}

    record Rounded(Type type, Node of, long divisor, Rounding rounding, Span span) implements Node {}

    /** {@code dividend × lift / (divisor × divisorLift)}, rounded once. */
    record Quotient(
            Type type,
            Node dividend,
            long lift,
            Node divisor,
            long divisorLift,
            Rounding rounding,
            Node whenZero,
            Span span)
            implements Node {}

    record Extreme(Type type, boolean least, List<Node> of, Span span) implements Node {}

    record Choose(Type type, Node when, Node then, Node otherwise, Span span) implements Node {}

    /** An optional fact, or what stands for it where it is absent. */
    record Given(Type type, Node fact, Node otherwise, Span span) implements Node {}

    record Dated(Type type, DateFunction function, List<Node> of, Span span) implements Node {}

    /** One value of the records of one fact; {@code of} and {@code more} as in {@link Formula.Tally}. */
    record Tally(
            Type type,
            Tallying by,
            String id,
            int slot,
            @Nullable Node where,
            @Nullable Node of,
            @Nullable Node more,
            Span span)
            implements Node {}

    record Compare(Type type, Node left, Comparison by, Node right, Span span) implements Node {}

    /**
     * Whether a text is in a list on the day of the judgement, or on {@code at}; with {@code begins}, whether it begins
     * with one of its codes.
     */
    record Listed(
            Type type,
            Node of,
            String id,
            int slot,
            boolean begins,
            @Nullable Node at,
            Span span) implements Node {}

    /** Whether a text begins with another one. */
    record Begins(Type type, Node of, String with, Span span) implements Node {}

    record Not(Type type, Node of, Span span) implements Node {}

    /** All hold, or with {@code any} one holds. */
    record Joined(Type type, boolean any, List<Node> of, Span span) implements Node {}

    enum DateFunction {
        DATE,
        YEAR_OF,
        MONTH_OF,
        MONTHS_BETWEEN,
        WORKING_DAYS_BETWEEN,
        PLUS_DAYS,
        PLUS_WORKING_DAYS,
        PLUS_MONTHS,
        PLUS_YEARS
    }

    /** The nodes this one is made of, in the order in which they are written. */
    default List<Node> parts() {
        return switch (this) {
            case Constant _, Fact _, Term _, Field _, Today _ -> List.of();
            case Setting setting -> setting.at() == null ? List.of() : List.of(setting.at());
            case Widened widened -> List.of(widened.of());
            case Sum sum -> List.of(sum.left(), sum.right());
            case Product product -> List.of(product.left(), product.right());
            case Rounded rounded -> List.of(rounded.of());
            case Quotient quotient -> List.of(quotient.dividend(), quotient.divisor(), quotient.whenZero());
            case Extreme extreme -> extreme.of();
            case Choose choose -> List.of(choose.when(), choose.then(), choose.otherwise());
            case Given given -> List.of(given.fact(), given.otherwise());
            case Dated dated -> dated.of();
            case Tally tally ->
                java.util.stream.Stream.of(tally.where(), tally.of(), tally.more())
                        .filter(java.util.Objects::nonNull)
                        .toList();
            case Compare compare -> List.of(compare.left(), compare.right());
            case Listed listed -> listed.at() == null ? List.of(listed.of()) : List.of(listed.of(), listed.at());
            case Begins begins -> List.of(begins.of());
            case Not not -> List.of(not.of());
            case Joined joined -> joined.of();
        };
    }

    /** How many nodes there are in all: what evaluating it once costs, records aside. */
    default int size() {
        return 1 + parts().stream().mapToInt(Node::size).sum();
    }
}
