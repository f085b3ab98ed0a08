/**
 * Changing the rules: values proposed by one officer and approved by another, and what a change would do before it is
 * made.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "casework", "policy", "registry", "shell"})
@NullMarked
package org.zhongchuang.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
