/** Statements: what was promised and paid, added up by clause, by beneficiary and by award. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.desk",
            "ground.kernel",
            "ground.sheet",
            "law.policy",
            "money.ledger",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.money.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
