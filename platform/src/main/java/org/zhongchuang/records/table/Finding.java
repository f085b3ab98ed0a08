package org.zhongchuang.records.table;

import org.zhongchuang.engine.Text;

/**
 * Something to say of a row, or with row 0 of the whole table.
 *
 * @param mistake whether the row cannot be kept because of it
 */
public record Finding(int row, String column, Text what, boolean mistake) {}
