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
        var before = text.substring(0, Math.min(offset, text.length()));
        var lines = (int) before.lines().count() - (before.isEmpty() || before.endsWith("\n") ? 0 : 1);
        var at = lines <= 0 ? column + offset : offset - before.lastIndexOf('\n');
        return "%s:%d:%d".formatted(file, line + Math.max(lines, 0), at);
    }
}
