/** Who works here: the first administrator, and the people, organisations and appointments an administrator keeps. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.identity",
            "ground.kernel",
            "ground.menu",
            "ground.shell",
            "law.policy",
            "procedure.amendment",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.outside.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
