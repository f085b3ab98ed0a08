/**
 * Awards 奖补: what a decision promises in money, the grounds for it that the city keeps on record (higher awards,
 * prizes, events), what may not be had twice, and what the money was spent on.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.search",
            "ground.shell",
            "law.policy",
            "money.ledger",
            "procedure.casework",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.money.award;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
