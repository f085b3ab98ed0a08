@NullMarked
package org.zhongchuang.shell;

import org.jspecify.annotations.NullMarked;
