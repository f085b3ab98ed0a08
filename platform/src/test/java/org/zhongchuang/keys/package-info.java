@NullMarked
package org.zhongchuang.keys;

import org.jspecify.annotations.NullMarked;
