@NullMarked
package org.zhongchuang.policy;

import org.jspecify.annotations.NullMarked;
