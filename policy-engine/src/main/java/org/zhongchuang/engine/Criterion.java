package org.zhongchuang.engine;

import org.zhongchuang.engine.formula.Formula;

/**
 * One condition of a programme.
 *
 * @param clause the item that demands it
 * @param wording the rule in words; a parameter's value stands where {@code {its_id}} is written
 * @param rule the same rule as a formula
 */
public record Criterion(String id, String clause, Text wording, Formula rule) {}
