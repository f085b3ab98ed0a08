/**
 * The yearly assessment 考评: scores counted from records, scores of experts drawn by lot, ranks, grades, notice,
 * appeals, publication, and what follows from a grade.
 */
@ApplicationModule(
        allowedDependencies = {
            "grants.panel",
            "grants.recognition",
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "records.figure",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.grants.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
