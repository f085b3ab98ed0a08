@NullMarked
package org.zhongchuang.audit;

import org.jspecify.annotations.NullMarked;
