/**
 * A city in a box: invented organisations and people who have lived through one year of the policy or two by way of the
 * real use cases, and a clock to push. Exists in a demonstration only.
 */
@ApplicationModule(
        allowedDependencies = {
            "grants.recognition",
            "ground.access",
            "ground.calendar",
            "ground.kernel",
            "installation.launch",
            "law.policy",
            "money.award",
            "money.ledger",
            "money.offer",
            "money.payment",
            "procedure.casework",
            "procedure.decision",
            "procedure.filing",
            "procedure.inbox",
            "procedure.notice",
            "procedure.review",
            "records.evidence",
            "records.figure",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.outside.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
