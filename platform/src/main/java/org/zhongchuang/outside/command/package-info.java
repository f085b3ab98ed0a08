/**
 * What the program answers on the command line without a server: checking and explaining packs, counting days, checking
 * codes.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.audit",
            "installation.backup",
            "ground.calendar",
            "ground.file",
            "installation.keys",
            "installation.launch",
            "money.ledger",
            "law.policy",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.outside.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
