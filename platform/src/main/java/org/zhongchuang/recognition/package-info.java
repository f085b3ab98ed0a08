/** Recognised makerspaces: the register, the certificate and its public verification. */
@ApplicationModule(allowedDependencies = {"access", "audit", "casework", "evidence", "policy", "registry", "shell"})
@NullMarked
package org.zhongchuang.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
