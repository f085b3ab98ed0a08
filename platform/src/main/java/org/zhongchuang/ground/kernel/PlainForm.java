package org.zhongchuang.ground.kernel;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one form in which names, codes and numbers are compared, however they were typed: full or half width, with spaces
 * or signs nobody sees, with one kind of dot or bracket or another, in capitals or not. What is shown stays as typed.
 *
 * <p>The database has the same form of names, {@code registry.public_plain_name}, for what is counted and sought there.
 */
public final class PlainForm {

    /** Spaces, controls and signs without a shape of their own, such as those that choose a variant of a character. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F"
            + "\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u3000\\u3164"
            + "\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\x{E0000}-\\x{E0FFF}]+");

    /** What programs of the office put before a code so that it stays a text. */
    private static final Pattern QUOTES = Pattern.compile("['‘’`´\"“”]+");

    private static final Pattern LINES = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern SHAPELESS = Pattern.compile("\\p{Cf}+");

    private static final BitSet UNUSUAL = new BitSet();

    static {
        UNUSUAL.set(Character.CONTROL);
        UNUSUAL.set(Character.FORMAT);
        UNUSUAL.set(Character.LINE_SEPARATOR);
        UNUSUAL.set(Character.PARAGRAPH_SEPARATOR);
        UNUSUAL.set(Character.SURROGATE);
    }

    private static final Map<Integer, Integer> ONE_SHAPE = Map.ofEntries(
            Map.entry((int) '•', (int) '·'),
            Map.entry((int) '・', (int) '·'),
            Map.entry((int) '‧', (int) '·'),
            Map.entry((int) '∙', (int) '·'),
            Map.entry((int) '⋅', (int) '·'),
            Map.entry((int) '●', (int) '·'),
            Map.entry((int) '〔', (int) '('),
            Map.entry((int) '【', (int) '('),
            Map.entry((int) '[', (int) '('),
            Map.entry((int) '〕', (int) ')'),
            Map.entry((int) '】', (int) ')'),
            Map.entry((int) ']', (int) ')'));

    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]");

    private PlainForm() {}

    /** A name as it is compared with others. */
    public static String ofName(String typed) {
        var bare = UNSEEN.matcher(narrow(typed)).replaceAll("");
        var plain = new StringBuilder(bare.length());
        bare.codePoints().map(PlainForm::shape).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int shape(int point) {
        return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : ONE_SHAPE.getOrDefault(point, point);
    }

    /**
     * A code or number of a person, a firm or a paper as it is kept, compared and checked: in capitals, without spaces.
     */
    public static String ofCode(String typed) {
        var bare = UNSEEN.matcher(narrow(typed)).replaceAll("");
        var plain = new StringBuilder();
        DASHES.matcher(QUOTES.matcher(bare).replaceAll(""))
                .replaceAll("-")
                .codePoints()
                .map(point -> point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Letters, digits and signs in half width, as numbers and days are read. */
    public static String narrow(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** A text as it was typed, without what nobody could see in it: it is kept and shown like this. */
    public static String seen(String typed) {
        return isPlain(typed) ? typed.strip() : seenOf(typed);
    }

    /** Most texts have nothing unseen in them; a table of a hundred thousand rows asks for every cell. */
    private static boolean isPlain(String typed) {
        for (int at = 0; at < typed.length(); at++) {
            var one = typed.charAt(at);
            if (one < ' ' || (one > '~' && (one < 0xA1 || UNUSUAL.get(Character.getType(one))))) {
                return false;
            }
        }
        return true;
    }

    private static String seenOf(String typed) {
        return SHAPELESS
                .matcher(LINES.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
    }
}
