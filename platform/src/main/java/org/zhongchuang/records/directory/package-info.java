/** The public directory of who and what exists, and how far the targets of the policy are reached. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.desk",
            "ground.kernel",
            "ground.search",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.records.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
