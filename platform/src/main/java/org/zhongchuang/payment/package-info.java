/**
 * Paying out: bank accounts, the queue of ripe instalments, batches that one makes, others approve and another sends,
 * what the bank says came of them. No bank is connected; files go out and come back by hand.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "award", "calendar", "file", "ledger", "policy", "registry", "shell"})
@NullMarked
package org.zhongchuang.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
