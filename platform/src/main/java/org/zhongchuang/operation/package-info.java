/**
 * Running the installation: whether this node is ready to serve, the figures that operators watch, and the page of the
 * work that time brings.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "shell"})
@NullMarked
package org.zhongchuang.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
