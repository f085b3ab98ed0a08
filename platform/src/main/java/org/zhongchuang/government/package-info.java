/** How the city watches over its own work. */
@NullMarked
package org.zhongchuang.government;

import org.jspecify.annotations.NullMarked;
