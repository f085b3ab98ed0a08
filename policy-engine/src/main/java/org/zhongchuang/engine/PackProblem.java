package org.zhongchuang.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A pack that cannot be used: which file, which place, what to write instead; a line for each problem. */
public final class PackProblem extends RuntimeException {

    private final List<Flaw> problems;

    PackProblem(Where where, String zh, String en) {
        this(List.of(Flaw.of(where, Text.of(zh, en))));
    }

    PackProblem(List<Flaw> problems) {
        super(problems.stream().map(Flaw::said).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Flaw> problems() {
        return problems;
    }

    /** The same with file, line and column of each. */
    PackProblem placed(Map<String, String> files) {
        return new PackProblem(Flaw.placed(problems, files));
    }
}
