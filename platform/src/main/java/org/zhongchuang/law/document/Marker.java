package org.zhongchuang.law.document;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number that a line begins with.
 *
 * @param written the number as it stands, such as 二十二
 * @param rest what follows it
 */
record Marker(Form form, int number, String written, String rest) {

    private static final Map<Form, String> WORDS = Map.of(
            Form.BOOK, "编",
            Form.CHAPTER, "章",
            Form.SECTION, "节",
            Form.ARTICLE, "条",
            Form.PARAGRAPH, "款",
            Form.SUBPARAGRAPH, "项");

    private static final Pattern WIDE = Pattern.compile("^[\\s（(第]*[０-９]+");
    private static final Pattern DASH_FOR_ONE = Pattern.compile("^([（(]\\s*)[—–－ー-](\\s*[）)])");
    private static final Pattern OTHER_SIGN =
            Pattern.compile("^([" + HanNumber.DIGITS + "]{1,5})\\s*[，,。:：]\\s*(.{2,})$");

    /** The number of a line as it is meant to be written. */
    static Optional<Marker> of(String line) {
        var plain = narrow(line);
        return Stream.of(Form.values()).flatMap(form -> form.at(plain).stream()).findFirst();
    }

    /** The number of a line in which a sign was misread: a dash for 一, or 三， for 三、. */
    static Optional<Marker> misread(String line) {
        var dash = DASH_FOR_ONE.matcher(line);
        if (dash.find()) {
            return of(dash.replaceFirst("$1一$2"));
        }
        var other = OTHER_SIGN.matcher(line);
        return other.matches() ? of(other.group(1) + "、" + other.group(2)) : Optional.empty();
    }

    /** Whether a text is a number and nothing else. */
    static boolean isAlone(String text) {
        var bare = text.strip();
        return bare.isEmpty()
                || (bare.length() <= 8
                        && Stream.of(Form.values())
                                .flatMap(form -> form.at(narrow(bare + "字")).stream())
                                .anyMatch(marker -> marker.rest().equals("字")));
    }

    private static String narrow(String line) {
        return WIDE.matcher(line)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group()
                        .codePoints()
                        .map(one -> one >= '０' && one <= '９' ? one - '０' + '0' : one)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()));
    }

    /** The number as ids carry it: 五, (二), 第三条, 1, (1), ①. */
    String label() {
        return switch (form) {
            case COMMA, DOT, CIRCLE -> written;
            case BRACKET, WORD, FIGURE -> "(" + written + ")";
            default -> "第" + written + WORDS.get(form);
        };
    }

    /** The number as it is printed before the text. */
    String printed() {
        return switch (form) {
            case COMMA -> written + "、";
            case BRACKET -> "（" + written + "）";
            case FIGURE -> "(" + written + ")";
            case DOT -> written + ".";
            case CIRCLE -> written;
            case WORD -> "";
            default -> "第" + written + WORDS.get(form) + "　";
        };
    }

    /** Whether a line of this number begins something new rather than going on with a sentence. */
    boolean follows(int before) {
        return number == before + 1 || number == 1;
    }
}
