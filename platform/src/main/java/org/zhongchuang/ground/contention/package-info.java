/** Acts that collide in the database with others at the same moment are done again, in one place for all acts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.contention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
