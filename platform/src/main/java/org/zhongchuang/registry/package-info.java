/** Who and what exists: makerspaces and the facts known of them, each with its day and source. */
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package org.zhongchuang.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
