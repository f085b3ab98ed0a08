package org.zhongchuang.engine.formula;

/** A formula that cannot be read or does not fit its names: where, and what to write instead, in both languages. */
public final class FormulaProblem extends RuntimeException {

    private final Span where;
    private final String zh;
    private final String en;

    FormulaProblem(Span where, String en) {
        this(where, "公式：" + en, en);
    }

    FormulaProblem(Span where, String zh, String en) {
        super(where.place() + ": " + zh + " / " + en);
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
