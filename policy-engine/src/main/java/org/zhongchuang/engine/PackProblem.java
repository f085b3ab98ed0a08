package org.zhongchuang.engine;

import java.util.List;

/** A pack that cannot be used: which file, which place, what to write instead; a line for each problem. */
public final class PackProblem extends RuntimeException {

    private final List<String> problems;

    PackProblem(String file, String what) {
        this(List.of(file + ": " + what));
    }

    PackProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
