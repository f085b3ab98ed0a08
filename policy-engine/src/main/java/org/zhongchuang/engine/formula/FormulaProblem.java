package org.zhongchuang.engine.formula;

import java.util.stream.Stream;

/** A formula that cannot be read or does not fit its names: where, and what to write instead, in both languages. */
public final class FormulaProblem extends RuntimeException {

    private final Span where;
    private final String zh;
    private final String en;

    /** The words of both languages take the same values, in the same order; a {@link Said} in its own language. */
    @SuppressWarnings("AnnotateFormatMethod") // two formats for one list of values
    FormulaProblem(Span where, String zh, String en, Object... values) {
        this(
                where,
                zh.formatted(Stream.of(values)
                        .map(one -> one instanceof Said said ? said.zh() : one)
                        .toArray()),
                en.formatted(Stream.of(values)
                        .map(one -> one instanceof Said said ? said.en() : one)
                        .toArray()),
                where.place());
    }

    /** Something else stands where a thing of one kind is needed. */
    static FormulaProblem needed(Span where, Object what, Type instead) {
        return new FormulaProblem(where, "这里须是%s，不是%s", "%s is needed here, not %s", what, instead.said());
    }

    /** Two things of different kinds. */
    static FormulaProblem apart(Span where, Said one, Said other, Said act) {
        return new FormulaProblem(where, "%s和%s不能%s", "%s and %s do not %s", one, other, act);
    }

    /** A name that nothing has; {@code like} says which was meant. */
    static FormulaProblem unknown(Span where, String name, Said like) {
        return new FormulaProblem(
                where, "“%s”不是事实、参数，也不是计算项%s", "\"%s\" is neither a fact nor a parameter nor a term%s", name, like);
    }

    /** More decimals than the unit has. */
    static FormulaProblem tooFine(Span where, int decimals, Unit unit) {
        return new FormulaProblem(
                where,
                "有 %d 位小数，而%s只有 %d 位；写 round(…, %3$d, half_up) 或别的取整",
                "this has %d decimals, %s has %d; write round(…, %3$d, half_up) or another rounding",
                decimals,
                unit.zh(),
                unit.decimals());
    }

    private FormulaProblem(Span where, String zh, String en, String place) {
        super(place + ": " + zh + " / " + en);
        this.where = where;
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public String file() {
        return where.source().file();
    }

    public int line() {
        return where.source().line(where.from());
    }

    public int column() {
        return where.source().column(where.from());
    }
}
