@NullMarked
package org.zhongchuang.contention;

import org.jspecify.annotations.NullMarked;
