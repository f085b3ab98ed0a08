/**
 * Who and what exists: makerspaces, firms, people, investors, funds and institutions, and the facts known of them, each
 * with its time, source and evidence.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.file",
            "ground.kernel",
            "law.policy"
        })
@NullMarked
package org.zhongchuang.records.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
