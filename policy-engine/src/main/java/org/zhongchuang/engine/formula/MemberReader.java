package org.zhongchuang.engine.formula;

import java.util.function.Supplier;

/** Reads what is asked of a text by the codes of a list: {@code x in list}, {@code begins(x, list@day)}. */
final class MemberReader {

    static final String BEGINS = "begins";

    private static final String EXAMPLE = "begins(code, list), begins(code, \"C39\")";

    private final Cursor cursor;
    private final Supplier<Formula> formula;
    private final Supplier<Formula> atom;

    /** Where the reading has come to, how a formula within is read, and how a name or a day is. */
    MemberReader(Cursor cursor, Supplier<Formula> formula, Supplier<Formula> atom) {
        this.cursor = cursor;
        this.formula = formula;
        this.atom = atom;
    }

    /** What stands behind {@code in}, where it is no bracket. */
    Formula in(Formula left) {
        var start = cursor.begin();
        if (cursor.isAtDigit() || !cursor.isAtName()) {
            throw cursor.problem(
                    "写列表，如 in (\"a\", \"b\")，区间，如 in [60..85)，或清单的编号%s",
                    "write a list such as in (\"a\", \"b\"), a range such as in [60..85), or the id of a list%s",
                    cursor.narrower());
        }
        var list = atom.get();
        if (list instanceof Formula.Name || list instanceof Formula.At) {
            return new Formula.Member(left, list, false, left.span().to(cursor.since(start)));
        }
        throw new FormulaProblem(
                list.span(), "in 后面写清单的编号，或列表、区间", "behind in stands the id of a list, or a list or range in brackets");
    }

    /** What stands behind {@code begins(}. */
    Formula begins(int start) {
        var of = formula.get();
        if (!cursor.take(",")) {
            throw cursor.problem("写 %s", "write %s", EXAMPLE);
        }
        var list = formula.get();
        cursor.demand(")");
        if (list instanceof Formula.Name || list instanceof Formula.At || list instanceof Formula.Words) {
            return new Formula.Member(of, list, true, cursor.since(start));
        }
        throw new FormulaProblem(list.span(), "写 %s", "write %s", EXAMPLE);
    }
}
