package org.zhongchuang.engine.formula;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Subject.Rows;

/** Which record of which fact is looked at. */
final class Frame {

    private final String records;
    private final Rows rows;
    private final @Nullable Frame around;
    private int record;

    /** Before the first record of the fact, within the frame in which its tally stands. */
    Frame(String records, Rows rows, @Nullable Frame around) {
        this.records = records;
        this.rows = rows;
        this.around = around;
        this.record = -1;
    }

    boolean next() {
        return ++record < rows.count();
    }

    /** Whether these records are gone through for so many around that the pairs are too many. */
    boolean isTooMuch() {
        return around != null && Tallying.areTooMany(around.count(), count());
    }

    int count() {
        return rows.count();
    }

    Trace read(Node.Field field) {
        return field.outer()
                ? Objects.requireNonNull(around, "a field of outer records stands within two tallies")
                        .own(field)
                : own(field);
    }

    private Trace own(Node.Field field) {
        return rows.known()[field.slot()][record]
                ? Trace.known(field, rows.value()[field.slot()][record], List.of())
                : Trace.missing(field, Set.of(records + "." + field.id()), List.of());
    }
}
