package org.zhongchuang.engine.formula;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code count(tenants[left > day])}, {@code best(prizes[year = 2016].amount, 3)} and the like. */
final class TallyReader {

    private final Cursor cursor;
    private final Supplier<Formula> formula;

    /** Where the reading has come to, and how a formula within is read. */
    TallyReader(Cursor cursor, Supplier<Formula> formula) {
        this.cursor = cursor;
        this.formula = formula;
    }

    /** What a word calls; empty where it calls something else. */
    static Optional<Tallying> called(String word) {
        return Stream.of(Tallying.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    /** What stands behind the word and its bracket. */
    Formula read(Tallying tallying, int start) {
        var records = cursor.name(new Said("要统计的记录", "the records to " + tallying.word()));
        Formula where = null;
        if (cursor.take("[")) {
            where = formula.get();
            cursor.demand("]");
        }
        var of = of();
        if ((tallying == Tallying.COUNT) != (of == null)) {
            throw cursor.problem("写 %s", "write %s", tallying.example());
        }
        Formula more = null;
        if (tallying.takesMore()) {
            if (!cursor.take(",")) {
                throw cursor.problem("写 %s", "write %s", tallying.example());
            }
            more = formula.get();
        }
        cursor.demand(")");
        return new Formula.Tally(tallying, records, where, of, more, cursor.since(start));
    }

    /** A field, or in brackets a formula over fields. */
    private @Nullable Formula of() {
        if (!cursor.take(".")) {
            return null;
        }
        if (cursor.take("(")) {
            var inner = formula.get();
            cursor.demand(")");
            return inner;
        }
        var start = cursor.begin();
        return new Formula.Name(cursor.name(new Said("字段", "a field")), cursor.since(start));
    }
}
