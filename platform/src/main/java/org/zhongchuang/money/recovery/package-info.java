/**
 * Money that must come back: proposed by one, confirmed by another, appealed, repaid, offset, and bans after deception.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "money.award",
            "ground.calendar",
            "procedure.casework",
            "money.ledger",
            "money.payment",
            "law.policy",
            "ground.shell"
        })
@NullMarked
package org.zhongchuang.money.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
