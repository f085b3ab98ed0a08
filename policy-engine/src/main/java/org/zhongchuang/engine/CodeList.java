package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.formula.CodeSet;
import org.zhongchuang.engine.formula.Listing;
import org.zhongchuang.engine.formula.Timeline;

/**
 * Codes or names that rules ask for together, such as the classes of industry that a city supports, by date.
 *
 * @param id snake_case, as formulas name it
 * @param clause the clause or item it belongs to
 * @param values oldest first
 */
public record CodeList(String id, String clause, Text means, List<Value> values) {

    public CodeList {
        values = List.copyOf(values);
    }

    /**
     * The codes from one day on.
     *
     * @param from the day from which they hold in law
     * @param basis the document that sets them, or, for demonstration, where they were borrowed from
     * @param standing whether an authority set them
     */
    public record Value(LocalDate from, List<String> codes, Text basis, Parameter.Standing standing) {

        public Value {
            codes = codes.stream().map(String::strip).toList();
        }
    }

    /** Whether it belongs to that clause or to one of its items. */
    public boolean isOf(String other) {
        return PolicyPack.belongsTo(clause, other);
    }

    /** The codes in force on that day, if any. */
    public Optional<Value> on(LocalDate day) {
        return values.stream().filter(value -> !value.from().isAfter(day)).reduce((_, later) -> later);
    }

    /** The same, where codes that no authority has set count in a demonstration only. */
    public Optional<Value> on(LocalDate day, boolean demonstration) {
        return on(day).filter(value -> demonstration || value.standing() != Parameter.Standing.DEMONSTRATION);
    }

    /** The codes of all times. */
    List<String> everyCode() {
        return values.stream()
                .flatMap(value -> value.codes().stream())
                .distinct()
                .toList();
    }

    Listing listing() {
        var from = new long[values.size()];
        var number = new long[values.size()];
        var open = new boolean[values.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = values.get(i).from().toEpochDay();
            number[i] = i;
            open[i] = values.get(i).standing() == Parameter.Standing.DEMONSTRATION;
        }
        return new Listing(
                new Timeline(from, number, open),
                values.stream().map(value -> CodeSet.of(value.codes())).toList());
    }
}
