package org.zhongchuang.engine.formula;

/**
 * A formula as written, and where.
 *
 * @param file the file of the pack, empty where there is none
 * @param line the line of its first character, from 1
 * @param column the column of its first character, from 1
 */
public record Source(String text, String file, int line, int column) {

    public static Source of(String text) {
        return new Source(text, "", 1, 1);
    }

    /** The place of the character at that offset, for a message. */
    String place(int offset) {
        if (file.isEmpty()) {
            return "column %d of \"%s\"".formatted(offset + 1, text);
        }
        return "%s:%d:%d".formatted(file, line(offset), column(offset));
    }

    /** The line of the file in which the character at that offset stands. */
    int line(int offset) {
        return line
                + (int) text.chars().limit(offset).filter(sign -> sign == '\n').count();
    }

    /** The column of the character at that offset; in further lines, as far as the text of the formula keeps it. */
    int column(int offset) {
        var start = offset == 0 ? -1 : text.lastIndexOf('\n', offset - 1);
        return start < 0 ? column + offset : offset - start;
    }
}
