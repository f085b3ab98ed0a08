/** Recognised makerspaces: the register, the certificate and its public verification. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "procedure.casework",
            "records.evidence",
            "law.policy",
            "records.registry",
            "ground.shell"
        })
@NullMarked
package org.zhongchuang.grants.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
