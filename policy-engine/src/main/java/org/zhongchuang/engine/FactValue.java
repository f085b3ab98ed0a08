package org.zhongchuang.engine;

import java.math.BigDecimal;

/** What is known of one fact. */
public sealed interface FactValue {

    record Quantity(BigDecimal value) implements FactValue {}

    record YesNo(boolean yes) implements FactValue {}
}
