package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Exact;
import org.zhongchuang.engine.formula.Timeline;
import org.zhongchuang.engine.formula.Unit;

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
     * @param from the day from which it holds in law
     * @param is the exact value
     * @param basis the document that sets it, or, for a demonstration value, where it was borrowed from
     * @param standing whether an authority set it
     * @param recorded the day from which it is known here, null where it was known when it began to hold
     * @param published whether it stands in a published rule of another place, which the basis names; such a value can
     *     be offered to an authority that has to set its own
     */
    public record Value(
            LocalDate from,
            BigDecimal is,
            Text basis,
            Standing standing,
            @Nullable LocalDate recorded,
            @Nullable Boolean published) {

        public Value(LocalDate from, BigDecimal is, Text basis, Standing standing, @Nullable LocalDate recorded) {
            this(from, is, basis, standing, recorded, null);
        }

        /** Whether it can be offered to an authority, with its source. */
        public boolean isOffered() {
            return standing == Standing.DEMONSTRATION && Boolean.TRUE.equals(published);
        }

        /** The day from which it is known here. */
        public LocalDate knownFrom() {
            return recorded == null ? from : recorded;
        }
    }

    /** Where a value comes from. */
    public enum Standing {
        /** Fixed by the document itself. */
        FIXED,
        /** Set by an authority, with a document number. */
        SET,
        /** Left open and not set: 演示参数, good for demonstration, never for a real decision. */
        DEMONSTRATION
    }

    public Text unitLabel() {
        return Text.of(unit.zh(), unit.en());
    }

    /** The value in force on that day, if any. */
    public Optional<Value> on(LocalDate day) {
        return values.stream().filter(value -> !value.from().isAfter(day)).reduce((_, later) -> later);
    }

    /** The same, where values that no authority has set count in a demonstration only. */
    public Optional<Value> on(LocalDate day, boolean demonstration) {
        return on(day).filter(value -> demonstration || value.standing() != Standing.DEMONSTRATION);
    }

    /** The parameter as it was known on that day: the second axis of time. */
    public Parameter asKnownOn(LocalDate day) {
        return new Parameter(
                id,
                clause,
                means,
                unit,
                values.stream().filter(value -> !value.knownFrom().isAfter(day)).toList());
    }

    /** The parameter with one more value, which stands from its day on instead of any other from that day. */
    public Parameter with(Value value) {
        var all = new ArrayList<>(values);
        all.removeIf(one -> one.from().equals(value.from()));
        all.add(value);
        all.sort(Comparator.comparing(Value::from));
        return new Parameter(id, clause, means, unit, all);
    }

    /** Throws {@link FactProblem} where a value has more decimals than its unit. */
    Timeline timeline() {
        var from = new long[values.size()];
        var value = new long[values.size()];
        var open = new boolean[values.size()];
        for (int i = 0; i < from.length; i++) {
            var one = values.get(i);
            from[i] = one.from().toEpochDay();
            open[i] = one.standing() == Standing.DEMONSTRATION;
            try {
                value[i] = Exact.scaled(one.is(), unit.decimals());
            } catch (ArithmeticException _) {
                throw new FactProblem(
                        id,
                        "数值过大，或小数超过%d位".formatted(unit.decimals()),
                        "the value is too large or has more than %d decimals".formatted(unit.decimals()));
            }
        }
        return new Timeline(from, value, open);
    }
}
