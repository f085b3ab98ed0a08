/** The same rules over the same people in this engine and in others. */
@NullMarked
package org.zhongchuang.benchmarks;

import org.jspecify.annotations.NullMarked;
