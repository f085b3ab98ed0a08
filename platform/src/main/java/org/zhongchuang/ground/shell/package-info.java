/** The frame around every page: layout, sign-in, who may come in, language, problem pages. Knows no business module. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.file",
            "ground.kernel",
            "ground.menu",
            "ground.request",
            "ground.sheet"
        })
@NullMarked
package org.zhongchuang.ground.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
