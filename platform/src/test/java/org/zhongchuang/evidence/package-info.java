@NullMarked
package org.zhongchuang.evidence;

import org.jspecify.annotations.NullMarked;
