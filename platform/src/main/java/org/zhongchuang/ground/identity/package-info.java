/**
 * How people prove who they are: passwords, links to set one, second factors, and the sessions that follow.
 *
 * <p>What they may do then is the business of {@code access}.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.file",
            "ground.kernel",
            "ground.sheet",
            "ground.shell"
        })
@NullMarked
package org.zhongchuang.ground.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
