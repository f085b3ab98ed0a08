/**
 * Paying out: bank accounts, the queue of ripe instalments, batches that one makes, others approve and another sends,
 * what the bank says came of them. No bank is connected; files go out and come back by hand.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "money.award",
            "ground.calendar",
            "ground.file",
            "money.ledger",
            "law.policy",
            "records.registry",
            "ground.shell"
        })
@NullMarked
package org.zhongchuang.money.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
