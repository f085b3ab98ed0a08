/**
 * What the program does on the command line without a server: checking, beginning, explaining and simulating packs,
 * counting days, checking codes, running decisions again, verifying books, acts and files, backup and restore, keys.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.audit",
            "ground.file",
            "installation.backup",
            "installation.keys",
            "installation.launch",
            "law.document",
            "law.policy",
            "law.signing",
            "money.ledger",
            "procedure.amendment",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.outside.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
