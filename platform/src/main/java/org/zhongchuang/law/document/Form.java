package org.zhongchuang.law.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which official documents number what they say, from the widest to the narrowest. */
enum Form {
    BOOK(0, chapter("编"), "Book"),
    CHAPTER(1, chapter("章"), "Chapter"),
    SECTION(2, chapter("节"), "Section"),
    ARTICLE(3, chapter("条"), "Article"),
    PARAGRAPH(4, chapter("款"), "Paragraph"),
    SUBPARAGRAPH(5, chapter("项"), "Item"),
    /** 一、 */
    COMMA(6, "^(" + Form.HAN + ")\\s*[、．.]\\s*(?!" + Form.HAN + "[、．.])(.+)$", "Part"),
    /** （一） */
    BRACKET(7, "^[（(]\\s*(" + Form.HAN + ")\\s*[）)]\\s*[、．.]?\\s*(.*)$", "Clause"),
    /** 一是 */
    WORD(8, "^(" + Form.HAN + ")是(.+)$", "Item"),
    /** 1. and 1、 */
    DOT(9, "^(\\d{1,3})\\s*[.．、]\\s*(?!\\d)(.+)$", "Item"),
    /** (1) and 1) */
    FIGURE(10, "^(?:[（(]\\s*(?=\\d{1,3}\\s*[）)]))?(\\d{1,3})\\s*[）)]\\s*[、．.]?\\s*(.*)$", "Item"),
    /** ① */
    CIRCLE(11, "^([①-⑳㉑-㉟])\\s*(.+)$", "Item");

    private static final String HAN = "[" + HanNumber.DIGITS + "]{1,7}";

    private final int narrowness;
    private final Pattern pattern;
    private final String english;

    Form(int narrowness, String pattern, String english) {
        this.narrowness = narrowness;
        this.pattern = Pattern.compile(pattern);
        this.english = english;
    }

    /** 第五条, but not 第五条规定的, which only speaks of one. */
    private static String chapter(String word) {
        return "^第\\s*([" + HanNumber.DIGITS + "]{1,9}|\\d{1,4})\\s*" + word
                + "(?:[\\s：:]+|$|(?![第规所的和、，,至款之或及与]))\\s*(.*)$";
    }

    Optional<Marker> at(String line) {
        var found = pattern.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        var number = number(found.group(1));
        return number < 1 || number > 9_999
                ? Optional.empty()
                : Optional.of(
                        new Marker(this, number, found.group(1), found.group(2).strip()));
    }

    private static int number(String written) {
        var one = written.charAt(0);
        if (one >= '①' && one <= '⑳') {
            return one - '①' + 1;
        }
        if (one >= '㉑' && one <= '㉟') {
            return one - '㉑' + 21;
        }
        return one >= '0' && one <= '9'
                ? Integer.parseInt(written)
                : (int) Math.min(HanNumber.read(written).orElse(0), Integer.MAX_VALUE);
    }

    /** Whether a line of this form that is no sentence is a heading and no text. */
    boolean isChapter() {
        return this == BOOK || this == CHAPTER || this == SECTION || this == COMMA;
    }

    /** Whether its numbers carry their own word, as 第五条 does. */
    boolean isNamed() {
        return narrowness <= SUBPARAGRAPH.narrowness;
    }

    /** From 0; what is narrower stands inside what is wider. */
    int narrowness() {
        return narrowness;
    }

    String english() {
        return english;
    }
}
