/**
 * The records of makerspaces 台账: what operators write down once, row by row, and the statutory figures that are counted
 * from it.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "file", "policy", "registry", "shell"})
@NullMarked
package org.zhongchuang.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
