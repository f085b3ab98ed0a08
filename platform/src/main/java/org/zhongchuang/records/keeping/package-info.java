/**
 * What officers do to the registers: enter and relate subjects, record what they found out, tell duplicates, and join
 * accounts to those for whom they act.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.kernel", "ground.shell", "law.policy", "records.registry"})
@NullMarked
package org.zhongchuang.records.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
