/**
 * Money without asking 免申即享: every night, and when somebody asks for it, the rules are run over the grounds in the
 * registers; who qualifies gets an offer, and nobody is paid without saying yes.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "casework", "policy", "registry", "shell"})
@NullMarked
package org.zhongchuang.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
