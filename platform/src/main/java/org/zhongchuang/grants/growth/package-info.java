/**
 * Growing from one level to the next: what a makerspace lacks for each level, by how much and since when, and the plan
 * to get there.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "records.directory",
            "records.evidence",
            "records.figure",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.grants.growth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
