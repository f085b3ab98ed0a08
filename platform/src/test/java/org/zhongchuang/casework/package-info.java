@NullMarked
package org.zhongchuang.casework;

import org.jspecify.annotations.NullMarked;
