@NullMarked
package org.zhongchuang.money;

import org.jspecify.annotations.NullMarked;
