/**
 * Cases 申报件: one subject's application for a programme, moved through its steps by people with roles.
 *
 * <p>Knows programmes and steps, not what a grant means: that is the {@link org.zhongchuang.procedure.casework.Outcome}
 * of another module, called in the deciding transaction.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.kernel",
            "law.policy",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
