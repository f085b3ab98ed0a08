/**
 * What waits for somebody, what others did meanwhile and the figures they answer for: modules tell it by
 * {@code DeskCards}, {@code DeskNews} and {@code DeskFigures}, for the one desk where it is seen.
 */
@ApplicationModule(allowedDependencies = {"ground.access"})
@NullMarked
package org.zhongchuang.ground.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
