/**
 * What is known of whom: the registers and their directory, the rows that makerspaces write down, and figures counted
 * from them.
 */
@NullMarked
package org.zhongchuang.records;

import org.jspecify.annotations.NullMarked;
