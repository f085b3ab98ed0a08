/**
 * The language of rules: read, typed, evaluated with a trace.
 *
 * <p>Small and total: no loops, no recursion, no user functions, no input or output, so that a rule ends and costs no
 * more than its length times the records it counts. Values are whole numbers at a scale fixed before anything runs;
 * what does not fit is an error, never a wrap.
 */
@NullMarked
package org.zhongchuang.engine.formula;

import org.jspecify.annotations.NullMarked;
