/**
 * What somebody can get, and what it comes to: the rules of the policy for people who have no account and nothing on
 * file.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar", "casework", "policy", "shell"})
@NullMarked
package org.zhongchuang.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
