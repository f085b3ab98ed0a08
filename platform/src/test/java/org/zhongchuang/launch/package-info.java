@NullMarked
package org.zhongchuang.launch;

import org.jspecify.annotations.NullMarked;
