/** Who works here: the first administrator, and the people, organisations and appointments an administrator keeps. */
@ApplicationModule(allowedDependencies = {"access", "audit", "identity", "policy", "shell"})
@NullMarked
package org.zhongchuang.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
