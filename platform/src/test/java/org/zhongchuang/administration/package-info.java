@NullMarked
package org.zhongchuang.administration;

import org.jspecify.annotations.NullMarked;
