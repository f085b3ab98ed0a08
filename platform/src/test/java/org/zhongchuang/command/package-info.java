@NullMarked
package org.zhongchuang.command;

import org.jspecify.annotations.NullMarked;
