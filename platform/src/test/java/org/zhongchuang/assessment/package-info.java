@NullMarked
package org.zhongchuang.assessment;

import org.jspecify.annotations.NullMarked;
