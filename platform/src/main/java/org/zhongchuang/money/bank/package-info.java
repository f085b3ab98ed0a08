/** What a bank sends: its files of results, read as pain.002 or as a table, and every line that it ever sent. */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.kernel", "ground.sheet"})
@NullMarked
package org.zhongchuang.money.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
