package org.zhongchuang.engine;

/** A formula that cannot be read or does not fit its facts: where, and what to write instead. */
public final class FormulaProblem extends RuntimeException {

    FormulaProblem(String source, int column, String what) {
        super("column %d of \"%s\": %s".formatted(column + 1, source, what));
    }

    FormulaProblem(String what) {
        super(what);
    }
}
