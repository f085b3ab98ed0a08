package org.zhongchuang.engine;

import java.util.Optional;

/**
 * What a rule that fails requires of one fact.
 *
 * @param nearest the value nearest to what the fact is with which the rule would hold
 * @param now what it is; empty where that is not known
 */
public record Requirement(Fact fact, FactValue nearest, Optional<FactValue> now) {

    /** Whether the fact is above what the rule lets pass. */
    boolean isLimit() {
        return nearest instanceof FactValue.Quantity(var wanted)
                && now.filter(is -> is instanceof FactValue.Quantity(var number) && number.compareTo(wanted) > 0)
                        .isPresent();
    }
}
