/** Statutory figures: counted from the rows that makerspaces write down, for any period, and never typed. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "records.evidence",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.records.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
