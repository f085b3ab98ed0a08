/**
 * The one search over everything: each module that implements {@code Searched} says what it finds for what somebody
 * typed, as far as they may see it.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.kernel"})
@NullMarked
package org.zhongchuang.ground.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
