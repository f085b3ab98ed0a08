/**
 * Backup and restore of one installation: database, files and keys of one moment in one file.
 *
 * <p>Works on a data folder from outside, whether the product runs on it or not.
 */
@ApplicationModule(allowedDependencies = {"installation.launch"})
@NullMarked
package org.zhongchuang.installation.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
