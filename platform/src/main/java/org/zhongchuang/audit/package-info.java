/** Who did what, when, on what: one row per act, in the act's own transaction, never changed. */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.zhongchuang.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
