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
