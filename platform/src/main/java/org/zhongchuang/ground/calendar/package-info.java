/** The one clock of the city and its working days. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
