/**
 * Applying: a draft is begun on a ground, written, and filed with its papers and invoices. A draft is shown as a case
 * is, by the pages of the inbox.
 */
@ApplicationModule(
        allowedDependencies = {
            "ground.access",
            "ground.calendar",
            "ground.file",
            "ground.kernel",
            "ground.shell",
            "law.policy",
            "procedure.call",
            "procedure.casework",
            "procedure.notice",
            "records.figure",
            "records.registry"
        })
@NullMarked
package org.zhongchuang.procedure.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
