/**
 * Reading and handling one case: all it has gathered as far as its reader may see it, the acts of each office, and the
 * application that is written.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.file",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "law.signing",
            "procedure.casework",
            "procedure.decision",
            "procedure.filing",
            "procedure.notice",
            "procedure.review",
            "procedure.worklist",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
