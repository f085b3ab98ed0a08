/**
 * What auditors look at: the record of acts with its seals, and the heads of the sealed logs, which anybody may keep.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "records.table"
        })
@NullMarked
package org.zhongchuang.government.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
