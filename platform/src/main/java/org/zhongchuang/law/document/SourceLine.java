package org.zhongchuang.law.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A line, or a paragraph put together from lines.
 *
 * @param number its place in the text, from 1
 * @param text without blanks at its ends; cells of a table with tabs between them
 * @param width how wide its last line is, a character of Chinese being two, with what it is indented by
 * @param length how many characters that last line has
 * @param indented whether it begins as a paragraph does
 * @param afterGap whether an empty line stands before it
 * @param page from 1
 */
record SourceLine(int number, String text, int width, int length, boolean indented, boolean afterGap, int page) {

    /** The lines of a text without what word processors leave behind, and without those that are empty. */
    static List<SourceLine> of(String text) {
        var lines = new ArrayList<SourceLine>();
        var number = 0;
        var page = 1;
        var gap = false;
        for (var sheet :
                text.replaceAll("\r\n?|[\u000B\u0085\u2028\u2029]", "\n").split("\f", -1)) {
            for (var raw : sheet.split("\n", -1)) {
                number++;
                var line = plain(raw);
                if (line.isBlank()) {
                    gap = true;
                    continue;
                }
                var bare = line.strip();
                var before = line.indexOf(bare.charAt(0));
                var whole = line.stripTrailing();
                lines.add(new SourceLine(number, bare, width(whole), whole.length(), before >= 2, gap, page));
                gap = false;
            }
            // The end of a page ends no line of its own.
            number -= 1;
            page++;
        }
        return lines;
    }

    private static String plain(String raw) {
        var line =
                raw.replaceAll("[\\p{Cf}\u00AD]", "").replace("\u3000", "  ").replaceAll("[\u00A0\u2000-\u200A]", " ");
        var inner = line.strip();
        // A tab that only sets something off is a blank; one between texts divides cells.
        return inner.indexOf('\t') < 0 || Marker.isAlone(inner.substring(0, inner.indexOf('\t')))
                ? line.replaceFirst("^\\s*\t\\s*", "  ").replace('\t', ' ')
                : line.replaceFirst("^\\s+", "");
    }

    private static int width(String line) {
        return line.codePoints().map(one -> one >= 0x2000 ? 2 : 1).sum();
    }

    boolean isRow() {
        return text.indexOf('\t') >= 0;
    }

    /** Whether a sentence or a member of a list ends here. */
    boolean isEnded() {
        return "。！？；：!?;:".indexOf(text.charAt(text.length() - 1)) >= 0 || text.endsWith("。”") || text.endsWith("。）");
    }

    SourceLine joined(SourceLine next) {
        var last = text.charAt(text.length() - 1);
        var words = isLatin(last) && isLatin(next.text.charAt(0));
        return new SourceLine(
                number, text + (words ? " " : "") + next.text, next.width, next.length, indented, afterGap, next.page);
    }

    private static boolean isLatin(char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
    }

    SourceLine onPage(int other) {
        return new SourceLine(number, text, width, length, indented, afterGap, other);
    }
}
