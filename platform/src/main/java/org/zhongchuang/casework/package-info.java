/**
 * Cases 申报件: one subject's application for a programme, moved through its steps by people with roles.
 *
 * <p>Knows programmes and steps, not what a grant means: that is the {@link org.zhongchuang.casework.Outcome} of
 * another module, called in the deciding transaction.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "evidence",
            "file",
            "notice",
            "policy",
            "registry",
            "shell"
        })
@NullMarked
package org.zhongchuang.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
