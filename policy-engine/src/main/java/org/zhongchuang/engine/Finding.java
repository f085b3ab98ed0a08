package org.zhongchuang.engine;

import java.util.List;
import java.util.Set;

/** What the rules say of one criterion for one subject. */
public sealed interface Finding {

    Criterion criterion();

    /** The rule in words with the parameters' values of the day put in. */
    Text wording();

    /** Whether a demonstration value 演示参数 took part. */
    boolean demonstration();

    /** The criterion holds. */
    record Met(Criterion criterion, Text wording, boolean demonstration) implements Finding {}

    /** The criterion fails; each of {@code remedies} alone would be enough, the fewest changes first. */
    record Unmet(Criterion criterion, Text wording, boolean demonstration, List<List<Change>> remedies)
            implements Finding {}

    /** The criterion cannot be judged while {@code missing} is not known: facts, or parameters no authority has set. */
    record NotYetKnown(Criterion criterion, Text wording, boolean demonstration, Set<String> missing)
            implements Finding {}
}
