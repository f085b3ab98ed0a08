/**
 * Reads a policy pack, judges one subject by it and says why.
 *
 * <p>Plain Java: what it needs comes in as arguments (files as text, facts as values, the day as a date). It knows no
 * clock, no database and no web.
 */
@NullMarked
package org.zhongchuang.engine;

import org.jspecify.annotations.NullMarked;
