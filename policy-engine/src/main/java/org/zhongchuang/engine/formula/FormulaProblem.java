package org.zhongchuang.engine.formula;

/** A formula that cannot be read or does not fit its names: where, and what to write instead. */
public final class FormulaProblem extends RuntimeException {

    FormulaProblem(Span where, String what) {
        super(where.place() + ": " + what);
    }
}
