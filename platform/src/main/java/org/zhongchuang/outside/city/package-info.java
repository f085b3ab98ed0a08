/**
 * A city in a box: invented organisations and people who have lived through more than a year of the policy by way of
 * the real use cases, and a clock to push. Exists in a demonstration only.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "procedure.amendment",
            "grants.assessment",
            "money.award",
            "ground.calendar",
            "procedure.casework",
            "records.evidence",
            "ground.file",
            "money.ledger",
            "procedure.notice",
            "money.offer",
            "money.payment",
            "law.policy",
            "grants.recognition",
            "records.registry",
            "ground.shell"
        })
@NullMarked
package org.zhongchuang.outside.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
