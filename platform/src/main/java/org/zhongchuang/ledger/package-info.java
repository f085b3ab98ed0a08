/**
 * The ledger: double entry in fen, append-only, sealed. What may move where, and that nothing falls below its floor,
 * stands in the schema; this package says it in Java.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "policy", "shell"})
@NullMarked
package org.zhongchuang.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
