package org.zhongchuang.law.document;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an official document 发文字号, such as 嘉政办发〔2015〕90号. */
public record DocumentNumber(String agency, String year, String serial) {

    private static final String AFTER = "(?:\\s+签发人.*)?$";
    private static final Pattern EXACT = Pattern.compile(
            "^(\\p{IsHan}{2,14})\\s*[〔\\[［（(【﹝]\\s*(\\d{4})\\s*[〕\\]］）)】﹞]\\s*第?\\s*(\\d{1,4})\\s*号" + AFTER);
    private static final String DIGIT = "[0-9OoQDIl|ZSBU〇○]";
    private static final Pattern LIKELY = Pattern.compile("^(\\p{IsHan}{2,14}?)\\s*[〔\\[［（(【﹝{「『〈<CcLE]?\\s*(" + DIGIT
            + "{4})\\s*[〕\\]］）)】﹞}」』〉>JjI1l|]?\\s*第?\\s*(" + DIGIT + "{1,4})\\s*[号號呈]" + AFTER);
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

    static Optional<DocumentNumber> exact(String line) {
        var found = EXACT.matcher(narrow(line));
        return found.matches()
                ? Optional.of(new DocumentNumber(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /** A line that was probably meant to be a number before it was read from a picture. */
    static Optional<DocumentNumber> likely(String line) {
        var found = LIKELY.matcher(narrow(line));
        if (line.length() > 40 || !found.matches()) {
            return Optional.empty();
        }
        var year = digits(found.group(2));
        return year.matches("(19|20)\\d\\d")
                ? Optional.of(new DocumentNumber(found.group(1), year, digits(found.group(3))))
                : Optional.empty();
    }

    /** Whether the other has the same year and serial, and an agency that differs in a single character. */
    public boolean isNearly(DocumentNumber other) {
        return !equals(other)
                && year.equals(other.year)
                && serial.equals(other.serial)
                && agency.length() == other.agency.length()
                && agency.length() > 2
                && differences(agency, other.agency) == 1;
    }

    public static Optional<DocumentNumber> of(String written) {
        return exact(written);
    }

    private static int differences(String one, String other) {
        var differences = 0;
        for (int i = 0; i < one.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
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
        line.strip()
                .chars()
                .map(one -> one >= '０' && one <= '９' ? one - '０' + '0' : one)
                .forEach(narrow::appendCodePoint);
        return narrow.toString();
    }

    @Override
    public String toString() {
        return "%s〔%s〕%s号".formatted(agency, year, serial);
    }
}
