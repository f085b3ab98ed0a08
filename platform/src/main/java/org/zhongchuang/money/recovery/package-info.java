/**
 * Money that must come back: proposed by one, confirmed by another, appealed, repaid, offset, and bans after deception.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "money.award",
            "money.ledger",
            "money.payment",
            "procedure.casework",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.money.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
