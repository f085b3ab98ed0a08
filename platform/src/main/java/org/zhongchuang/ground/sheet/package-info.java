/**
 * Tables and papers that leave and come in: Excel and CSV written and read, PDF, codes to scan, and what anybody may
 * take away.
 */
@ApplicationModule(allowedDependencies = {"ground.access"})
@NullMarked
package org.zhongchuang.ground.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
