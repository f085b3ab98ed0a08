/**
 * Whom each page lets in, as the page itself states it, and the menu that is made of this: pages bring themselves with
 * {@code InMenu}.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.search"})
@NullMarked
package org.zhongchuang.ground.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
