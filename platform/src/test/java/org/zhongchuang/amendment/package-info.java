@NullMarked
package org.zhongchuang.amendment;

import org.jspecify.annotations.NullMarked;
