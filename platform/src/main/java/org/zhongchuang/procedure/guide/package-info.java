/**
 * What somebody can get, and what it comes to: the rules of the policy for people who have no account and nothing on
 * file.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.calendar", "procedure.casework", "law.policy", "ground.shell"})
@NullMarked
package org.zhongchuang.procedure.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
