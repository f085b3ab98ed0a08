/**
 * The policies of the city: which pack is in force, its official wording once an officer has imported it, and judging
 * by it.
 *
 * <p>The pack is data from the class path; the wording lives in the database because it is not ours to ship.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "keys", "shell"})
@NullMarked
package org.zhongchuang.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
