@NullMarked
package org.zhongchuang.identity;

import org.jspecify.annotations.NullMarked;
