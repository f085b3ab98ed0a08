package org.zhongchuang.ground;

import java.util.Optional;
import org.zhongchuang.money.ledger.Budgets;

/** Breaks the order of the wings on purpose. */
public final class KnowsMoney {

    Optional<Budgets> budget = Optional.empty();
}
