/**
 * What somebody can get, and what it comes to: the rules of the policy for people who have no account and nothing on
 * file.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.kernel",
            "ground.search",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "procedure.decision",
            "procedure.filing",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
