@NullMarked
package org.zhongchuang.backup;

import org.jspecify.annotations.NullMarked;
