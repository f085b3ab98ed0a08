/**
 * The policies of the city: which pack is in force, its official wording once an officer has imported it, and judging
 * by it.
 *
 * <p>The pack is data from the class path; the wording lives in the database because it is not ours to ship.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.kernel",
            "ground.search",
            "ground.shell",
            "law.signing"
        })
@NullMarked
package org.zhongchuang.law.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
