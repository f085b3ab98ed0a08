/** The register of awards as anybody may read it: the list, one award with its payments, and the same to take away. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "money.award",
            "money.ledger"
        })
@NullMarked
package org.zhongchuang.money.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
