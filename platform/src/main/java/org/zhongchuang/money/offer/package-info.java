/**
 * Money without asking 免申即享: every night, and when somebody asks for it, the rules are run over the grounds in the
 * registers; who qualifies gets an offer, and nobody is paid without saying yes.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "procedure.filing",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.money.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
