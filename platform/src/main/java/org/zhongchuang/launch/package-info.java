/**
 * Starting and stopping: command line, the bundled PostgreSQL and its data folder.
 *
 * <p>Knows nothing of the business; everything here runs before the application exists.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
