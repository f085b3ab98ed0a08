/**
 * How people prove who they are: passwords, links to set one, second factors, and the sessions that follow.
 *
 * <p>What they may do then is the business of {@code access}.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "file", "shell"})
@NullMarked
package org.zhongchuang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
