/**
 * What the program answers on the command line without a server: checking and explaining packs, counting days, checking
 * codes.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.audit",
            "ground.calendar",
            "ground.file",
            "installation.backup",
            "installation.keys",
            "installation.launch",
            "law.policy",
            "money.ledger",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.outside.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
