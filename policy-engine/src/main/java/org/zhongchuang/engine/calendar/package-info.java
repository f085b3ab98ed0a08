/** The official calendar, by which rules and time limits count working days. */
@NullMarked
package org.zhongchuang.engine.calendar;

import org.jspecify.annotations.NullMarked;
