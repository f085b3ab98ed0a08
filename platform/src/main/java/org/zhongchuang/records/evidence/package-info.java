/** The records of makerspaces 台账: what operators write down once, row by row, by form or as a table. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.file",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.records.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
