/**
 * Review: offices accept, return, visit and establish, experts vote, a meeting resolves, and a public notice follows.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.calendar",
            "ground.file",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "procedure.notice",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
