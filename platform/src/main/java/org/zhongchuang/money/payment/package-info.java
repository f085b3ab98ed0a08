/**
 * Paying out: bank accounts, the queue of ripe instalments, batches that one makes, others approve and another sends,
 * what the bank says came of them. No bank is connected; files go out and come back by hand.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.file",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "money.award",
            "money.bank",
            "money.ledger",
            "procedure.casework"
        })
@NullMarked
package org.zhongchuang.money.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
