/**
 * The editions of a document: from which day each stands, which later document made it so, and what it changed; and
 * entering documents while the city works.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.sheet",
            "ground.shell",
            "law.document",
            "law.policy"
        })
@NullMarked
package org.zhongchuang.law.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
