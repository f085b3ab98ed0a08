/**
 * Public notices 公示: what is to be decided stands open to objections for some working days, and nothing is granted
 * before they are over.
 *
 * <p>A notice is built from a whitelist of fields. The names and contacts of those who object are sealed.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.audit",
            "ground.calendar",
            "ground.desk",
            "ground.file",
            "ground.kernel",
            "ground.search",
            "ground.shell",
            "law.policy",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
