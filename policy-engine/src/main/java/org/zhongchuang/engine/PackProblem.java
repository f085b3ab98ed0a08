package org.zhongchuang.engine;

/** A pack that cannot be used: which file, which place, what to write instead. */
public final class PackProblem extends RuntimeException {

    PackProblem(String file, String what) {
        super(file + ": " + what);
    }
}
