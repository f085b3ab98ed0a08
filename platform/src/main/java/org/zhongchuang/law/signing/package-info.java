/** Signatures of the installation: the key with which it signs, the keys of before, and JSON with its signature. */
@ApplicationModule(allowedDependencies = {"ground.audit", "ground.kernel", "installation.keys"})
@NullMarked
package org.zhongchuang.law.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
