package org.zhongchuang.ground.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a reader of a spreadsheet sees in a cell, from what the file holds. What cannot be shown stays as written. */
final class CellText {

    /** Digits and exponent of a number that still means something; longer ones are no amounts. */
    private static final Pattern NUMBER =
            Pattern.compile("-?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([Ee][+-]?[0-9]{1,2})?");

    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yd年月日]", Pattern.CASE_INSENSITIVE);
    /**
     * Formats that are days without being written out in the file; from 27 on in Chinese editions (ECMA-376, 18.8.30).
     */
    private static final Set<String> BUILT_IN_DAYS = IntStream.of(
                    14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58)
            .mapToObj(String::valueOf)
            .collect(Collectors.toUnmodifiableSet());

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final int LONGEST_QUOTE = 40;

    private CellText() {}

    static boolean isDay(String formatId, @Nullable String format) {
        if (format == null) {
            return BUILT_IN_DAYS.contains(formatId);
        }
        if (format.length() > 255) {
            return false;
        }
        var plain = LITERAL.matcher(format).replaceAll("");
        return DATE_FORMAT.matcher(plain).find() && !plain.contains("0");
    }

    static String ofNumber(String raw, boolean isDay, boolean from1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        var number = new BigDecimal(raw);
        if (!isDay) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
            return raw;
        }
        var days = number.setScale(0, RoundingMode.FLOOR).intValueExact();
        // Excel counts a 29 February 1900 that never was.
        var first = from1904
                ? LocalDate.of(1904, 1, 1)
                : days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        return first.plusDays(days).toString();
    }

    /** A day written out, as some programs save it. */
    static String ofDay(String raw) {
        var day = DAY.matcher(raw);
        return day.matches() ? day.group(1) : raw;
    }

    /** So much of a text as a message may quote. */
    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
