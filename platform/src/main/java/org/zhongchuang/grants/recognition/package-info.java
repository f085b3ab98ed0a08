/** Recognised makerspaces: the register, the certificate and its public verification. */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.desk",
            "ground.file",
            "ground.kernel",
            "ground.search",
            "ground.sheet",
            "ground.shell",
            "law.policy",
            "procedure.casework",
            "procedure.inbox",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.grants.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
