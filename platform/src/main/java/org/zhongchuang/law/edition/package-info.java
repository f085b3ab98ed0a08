/** The editions of a document: from which day each stands, which later document made it so, and what it changed. */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.kernel", "ground.shell", "law.policy"})
@NullMarked
package org.zhongchuang.law.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
