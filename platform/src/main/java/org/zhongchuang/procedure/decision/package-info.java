/** The decision: granted or refused by somebody who did not review, and given out as a signed file. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.desk",
            "ground.kernel",
            "law.policy",
            "law.signing",
            "procedure.casework",
            "procedure.filing",
            "procedure.notice"
        })
@NullMarked
package org.zhongchuang.procedure.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
