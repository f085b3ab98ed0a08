/**
 * Starting and stopping: command line, data folder, the database and its roles.
 *
 * <p>Knows nothing of the business. Nearly everything here runs before the application exists; within it, the rights of
 * its role are given, and requests are answered while the database is away.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.installation.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
