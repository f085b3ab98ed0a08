package org.zhongchuang.engine.population;

import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Encoding;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Subject;

/** Turns what is known of people and firms into columns. */
public final class Population {

    private Population() {}

    /**
     * The columns for those rules, one row for each subject.
     *
     * @throws org.zhongchuang.engine.FactProblem if a fact is of the wrong form or out of bounds
     */
    public static Columns of(Rules rules, List<? extends Map<String, FactValue>> subjects) {
        var codes = rules.codes().copy();
        return Columns.of(
                rules.facts().size(),
                codes,
                subjects.stream()
                        .map(known -> Encoding.subject(rules.facts(), known, codes))
                        .toArray(Subject[]::new));
    }
}
