/**
 * The ledger: double entry in fen, append-only, sealed. What may move where, and that nothing falls below its floor,
 * stands in the schema; this package says it in Java.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy"
        })
@NullMarked
package org.zhongchuang.money.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
