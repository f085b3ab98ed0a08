package org.zhongchuang.law.document;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.DocumentNumber;

/** The line of a document on which its number stands 发文字号, also where it was misread from a picture. */
final class NumberLine {

    private static final Pattern SIGNED_BY = Pattern.compile("\\s+签发人.*$");
    private static final int LONGEST = 40;
    private static final String DIGIT = "[0-9OoQDIl|ZSBU〇○]";
    private static final Pattern LIKELY = Pattern.compile("^(\\p{IsHan}{2,14}?)\\s*[〔\\[［（(【﹝{「『〈<CcLE]?\\s*(" + DIGIT
            + "{4})\\s*[〕\\]］）)】﹞}」』〉>JjI1l|]?\\s*第?\\s*(" + DIGIT + "{1,4})\\s*[号號呈]$");
    private static final Map<Character, Character> MISREAD = Map.ofEntries(
            Map.entry('O', '0'),
            Map.entry('o', '0'),
            Map.entry('Q', '0'),
            Map.entry('D', '0'),
            Map.entry('U', '0'),
            Map.entry('〇', '0'),
            Map.entry('○', '0'),
            Map.entry('I', '1'),
            Map.entry('l', '1'),
            Map.entry('|', '1'),
            Map.entry('Z', '2'),
            Map.entry('S', '5'),
            Map.entry('B', '8'));

    private NumberLine() {}

    /** The number of the document, where the line is one. */
    static Optional<DocumentNumber> exact(String line) {
        return DocumentNumber.of(number(line)).filter(DocumentNumber::isPlain);
    }

    /** A line that was probably meant to be a number before it was read from a picture. */
    static Optional<DocumentNumber> likely(String line) {
        var found = LIKELY.matcher(narrow(number(line)));
        if (line.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        var year = digits(found.group(2));
        return year.matches("(19|20)\\d\\d")
                ? Optional.of(new DocumentNumber(found.group(1), year, digits(found.group(3))))
                : Optional.empty();
    }

    /** The line without who signed the document, which stands beside its number. */
    private static String number(String line) {
        return SIGNED_BY.matcher(line.strip()).replaceFirst("");
    }

    private static String digits(String read) {
        var digits = new StringBuilder();
        for (int i = 0; i < read.length(); i++) {
            digits.append((char) MISREAD.getOrDefault(read.charAt(i), read.charAt(i)));
        }
        return digits.toString();
    }

    private static String narrow(String line) {
        var narrow = new StringBuilder();
        line.chars()
                .map(one -> one >= '０' && one <= '９' ? one - '０' + '0' : one)
                .forEach(narrow::appendCodePoint);
        return narrow.toString();
    }
}
