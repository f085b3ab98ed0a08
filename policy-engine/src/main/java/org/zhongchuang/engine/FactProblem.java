package org.zhongchuang.engine;

/** A fact that cannot be used: which one, and what is wanted, in both languages. */
public final class FactProblem extends RuntimeException {

    private final String fact;
    private final Text what;

    FactProblem(String fact, String zh, String en) {
        super(fact + "：" + zh + " / " + en);
        this.fact = fact;
        this.what = Text.of(zh, en);
    }

    public String fact() {
        return fact;
    }

    public Text what() {
        return what;
    }
}
