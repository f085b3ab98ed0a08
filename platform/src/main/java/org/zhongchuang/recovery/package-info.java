/**
 * Money that must come back: proposed by one, confirmed by another, appealed, repaid, offset, and bans after deception.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "award",
            "calendar",
            "casework",
            "ledger",
            "payment",
            "policy",
            "shell"
        })
@NullMarked
package org.zhongchuang.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
