/**
 * People, their organisations and the roles they hold in an area.
 *
 * <p>One person may hold several appointments and acts under one of them at a time.
 */
@ApplicationModule(allowedDependencies = {"ground.kernel"})
@NullMarked
package org.zhongchuang.ground.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
