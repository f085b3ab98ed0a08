/**
 * What auditors look at: the record of acts with its seals, and the heads of the sealed logs, which anybody may keep.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "shell"})
@NullMarked
package org.zhongchuang.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
