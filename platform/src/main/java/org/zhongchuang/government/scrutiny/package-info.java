/**
 * Looking for what does not fit together: checks at filing and every night, each finding with its evidence; samples.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.kernel",
            "law.policy",
            "money.award",
            "money.payment",
            "procedure.casework"
        })
@NullMarked
package org.zhongchuang.government.scrutiny;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
