/** The desk of whoever signs in: what waits for them, what others did since, and what they run or have applied for. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "law.policy",
            "procedure.casework",
            "procedure.decision",
            "procedure.inbox",
            "procedure.worklist",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
