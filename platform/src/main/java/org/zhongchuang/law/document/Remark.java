package org.zhongchuang.law.document;

import org.zhongchuang.engine.Text;

/**
 * Something about a document that a person should look at.
 *
 * @param line where, counted in the text as it was read, from 1
 */
public record Remark(int line, Text what) {

    static Remark at(int line, String zh, String en) {
        return new Remark(line, Text.of(zh, en));
    }
}
