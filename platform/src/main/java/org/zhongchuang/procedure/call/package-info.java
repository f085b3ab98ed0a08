/**
 * Calls 申报批次: between which days claims are taken that are judged together, and where each stands among the others once
 * all of them have been looked through.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
