/**
 * What an amendment means for applications that are open: gone on with by the rules under which they were filed, by the
 * new ones, or by those that are better for the applicant, as the amending document says.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.calendar", "law.edition", "law.policy", "procedure.casework"})
@NullMarked
package org.zhongchuang.procedure.transition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
