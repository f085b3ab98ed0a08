/**
 * The cases that wait for somebody and those that they may see: lists with filters and an order, the same as a table to
 * take along, their place on desks and in the search, and handing several out at once.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.desk",
            "ground.kernel",
            "ground.search",
            "ground.sheet",
            "law.policy",
            "procedure.casework",
            "procedure.notice",
            "procedure.review"
        })
@NullMarked
package org.zhongchuang.procedure.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
