/**
 * The policies of the city: which packs are in force, the official wording of each once an officer has imported it, and
 * judging by them.
 *
 * <p>Packs are data from a folder or from what ships; the wording lives in the database because it is not ours to ship.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.kernel",
            "installation.launch",
            "law.signing"
        })
@NullMarked
package org.zhongchuang.law.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
