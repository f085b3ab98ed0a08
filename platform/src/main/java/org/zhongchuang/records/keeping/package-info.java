/**
 * What officers do to the registers: enter subjects and bring in those that were known before, with their papers,
 * relate them, record what they found out, tell duplicates, and join accounts to those for whom they act.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.file",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.records.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
