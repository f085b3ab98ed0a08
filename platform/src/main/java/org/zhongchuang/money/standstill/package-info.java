/** What is stopped: all that keeps promised money from arriving, why, since when, and whose turn it is. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.desk",
            "ground.kernel",
            "ground.menu",
            "ground.sheet",
            "law.policy",
            "procedure.casework"
        })
@NullMarked
package org.zhongchuang.money.standstill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
