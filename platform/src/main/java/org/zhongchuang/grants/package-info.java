/** What recognition means once it is granted: its standing, its yearly assessment, its growth. */
@NullMarked
package org.zhongchuang.grants;

import org.jspecify.annotations.NullMarked;
