/** What is known of whom: the registers, and the rows that makerspaces write down. */
@NullMarked
package org.zhongchuang.records;

import org.jspecify.annotations.NullMarked;
