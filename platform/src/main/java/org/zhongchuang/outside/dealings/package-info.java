/**
 * The second year of the demonstration in money and order: what makerspaces, firms and graduates claim, how it is paid
 * and some of it taken back, how makerspaces are assessed, and what officers look after meanwhile, all by way of the
 * real use cases; and the invented people on whom rules are tried.
 */
@ApplicationModule(
        allowedDependencies = {
            "government.scrutiny",
            "grants.assessment",
            "grants.growth",
            "grants.panel",
            "grants.recognition",
            "ground.access",
            "ground.kernel",
            "ground.menu",
            "law.policy",
            "money.award",
            "money.bank",
            "money.ledger",
            "money.offer",
            "money.payment",
            "money.recovery",
            "outside.city",
            "procedure.amendment",
            "procedure.call",
            "procedure.casework",
            "procedure.decision",
            "procedure.filing",
            "procedure.inbox",
            "procedure.review",
            "records.evidence",
            "records.registry",
            "records.table"
        })
@NullMarked
package org.zhongchuang.outside.dealings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
