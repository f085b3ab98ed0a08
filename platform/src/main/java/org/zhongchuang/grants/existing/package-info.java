/** Makerspaces that were recognised before the product was there, brought in by a table with their operators. */
@ApplicationModule(
        allowedDependencies = {
            "grants.recognition",
            "ground.access",
            "ground.kernel",
            "ground.sheet",
            "law.policy",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.grants.existing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
