/**
 * Small words that every module uses and that know nothing of the city: what was typed read as a value, a value
 * remembered for a while, paths that are safe to follow.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
