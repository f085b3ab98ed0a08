@NullMarked
package org.zhongchuang.architecture;

import org.jspecify.annotations.NullMarked;
