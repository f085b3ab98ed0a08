/** The frame around every page: layout, sign-in, who may come in, language, problem pages. Knows no business module. */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "file"})
@NullMarked
package org.zhongchuang.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
