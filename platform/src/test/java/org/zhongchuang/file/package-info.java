@NullMarked
package org.zhongchuang.file;

import org.jspecify.annotations.NullMarked;
