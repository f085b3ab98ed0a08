/**
 * Changing the rules: values proposed by one officer and approved by another, and what a change would do before it is
 * made.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.shell",
            "law.edition",
            "law.policy",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.procedure.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
