/**
 * What the program answers on the command line without a server: checking and explaining packs, counting days, checking
 * codes.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "backup", "calendar", "file", "keys", "launch", "ledger", "policy", "registry"})
@NullMarked
package org.zhongchuang.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
