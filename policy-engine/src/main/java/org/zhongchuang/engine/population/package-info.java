/**
 * Judges a whole population at once: programmes compiled to bytecode over columns, reforms compared with what holds.
 *
 * <p>The meaning is that of {@link org.zhongchuang.engine.formula.Walk}. Generated code judges the subjects of whom
 * everything is known and whose numbers fit; every other subject is walked.
 *
 * <p>Sums stay plain numbers of fen here, in arrays: {@link org.zhongchuang.engine.Fen} would be an object for each
 * subject of millions, and generated code counts with numbers.
 */
@NullMarked
package org.zhongchuang.engine.population;

import org.jspecify.annotations.NullMarked;
