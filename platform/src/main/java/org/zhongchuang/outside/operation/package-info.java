/**
 * Running the installation: whether this node is ready to serve, the figures that operators watch, and the page of the
 * work that time brings.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.audit", "ground.calendar", "ground.shell"})
@NullMarked
package org.zhongchuang.outside.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
