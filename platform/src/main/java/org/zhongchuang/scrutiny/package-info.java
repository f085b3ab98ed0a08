/**
 * Looking for what does not fit together: checks at filing and every night, each finding with its evidence; samples.
 */
@ApplicationModule(
        allowedDependencies = {"access", "audit", "award", "calendar", "casework", "ledger", "policy", "shell"})
@NullMarked
package org.zhongchuang.scrutiny;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
