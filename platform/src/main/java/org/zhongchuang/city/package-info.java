/**
 * A city in a box: invented organisations and people who have lived through more than a year of the policy by way of
 * the real use cases, and a clock to push. Exists in a demonstration only.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "amendment",
            "assessment",
            "award",
            "calendar",
            "casework",
            "evidence",
            "file",
            "ledger",
            "notice",
            "offer",
            "payment",
            "policy",
            "recognition",
            "registry",
            "shell"
        })
@NullMarked
package org.zhongchuang.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
