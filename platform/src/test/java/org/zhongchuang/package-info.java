@NullMarked
package org.zhongchuang;

import org.jspecify.annotations.NullMarked;
