/**
 * What waits for somebody, told by each module that implements {@code DeskCards} for the one desk where they see it.
 */
@ApplicationModule(allowedDependencies = {"ground.access"})
@NullMarked
package org.zhongchuang.ground.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
