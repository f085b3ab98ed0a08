/**
 * Awards 奖补: what a decision promises in money, the grounds for it that the city keeps on record (higher awards,
 * prizes, events), what may not be had twice, and what the money was spent on.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "assessment",
            "audit",
            "calendar",
            "casework",
            "evidence",
            "ledger",
            "policy",
            "recognition",
            "registry",
            "shell"
        })
@NullMarked
package org.zhongchuang.award;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
