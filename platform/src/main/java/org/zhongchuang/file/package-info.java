/**
 * Files that people hand in: sniffed, bounded, kept outside the web root under their hash. Also what is kept encrypted.
 */
@ApplicationModule(allowedDependencies = {"keys", "launch"})
@NullMarked
package org.zhongchuang.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
