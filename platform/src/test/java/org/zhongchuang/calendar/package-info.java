@NullMarked
package org.zhongchuang.calendar;

import org.jspecify.annotations.NullMarked;
