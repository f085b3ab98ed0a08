/**
 * Files that people hand in: sniffed, bounded, kept outside the web root under their hash. Also what is kept encrypted.
 */
@ApplicationModule(allowedDependencies = {"ground.kernel", "installation.keys", "installation.launch"})
@NullMarked
package org.zhongchuang.ground.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
