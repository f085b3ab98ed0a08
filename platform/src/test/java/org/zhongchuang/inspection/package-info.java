@NullMarked
package org.zhongchuang.inspection;

import org.jspecify.annotations.NullMarked;
