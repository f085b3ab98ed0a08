/**
 * Reading and handling cases: the inbox of each office, and a case with all it has gathered as far as its reader may
 * see it.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.file",
            "ground.kernel",
            "ground.search",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "procedure.decision",
            "procedure.filing",
            "procedure.notice",
            "procedure.review",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
