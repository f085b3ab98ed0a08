/** Reading the policy: its pages for everybody, and its clauses found by the words that people use. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.kernel",
            "ground.search",
            "ground.shell",
            "law.edition",
            "law.policy"
        })
@NullMarked
package org.zhongchuang.law.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
