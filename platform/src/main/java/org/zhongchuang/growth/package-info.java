/**
 * Growing from one level to the next (二(一)-2): what a makerspace lacks for each level, by how much and since when, and
 * the plan to get there.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "calendar", "evidence", "policy", "recognition", "registry", "shell"})
@NullMarked
package org.zhongchuang.growth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
