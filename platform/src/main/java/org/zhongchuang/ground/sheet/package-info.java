/** Tables and papers that leave and come in: Excel and CSV written and read, PDF, codes to scan. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.zhongchuang.ground.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
