/**
 * Panels of experts who score makerspaces: who may not judge whom, who is drawn by lot, and what their ballots come to.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "records.evidence",
            "records.figure",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.grants.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
