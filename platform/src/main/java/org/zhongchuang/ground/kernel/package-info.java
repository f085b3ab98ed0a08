/**
 * What every module uses and what knows nothing of the city: what was typed read as a value, how a name sounds, a value
 * remembered for a while, why something was refused, paths that are safe to follow, hashes, patterns, the names of
 * broken constraints.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
