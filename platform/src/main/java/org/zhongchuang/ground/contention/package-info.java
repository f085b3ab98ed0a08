/**
 * What stands in front of every transaction: an act that collided with another one is done again, and a refusal that
 * was thrown inside becomes its result.
 */
@ApplicationModule(allowedDependencies = {"ground.kernel"})
@NullMarked
package org.zhongchuang.ground.contention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
