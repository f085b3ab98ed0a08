package org.zhongchuang.engine;

import java.util.Set;

/**
 * One condition of a programme.
 *
 * @param clause the item that demands it
 * @param wording the rule in words; a parameter's value stands where {@code {its_id}} is written
 * @param rule the same rule as a formula
 */
public record Criterion(String id, String clause, Text wording, Formula rule) {

    /** The facts and parameters that the rule speaks of. */
    public Set<String> names() {
        return Names.in(rule);
    }
}
