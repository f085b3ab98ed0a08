package org.zhongchuang.ground.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a reader of a spreadsheet sees in a cell, from what the file holds. What cannot be shown stays as written. */
final class CellText {

    /** Digits and exponent of a number that still means something; longer ones are no amounts. */
    private static final Pattern NUMBER =
            Pattern.compile("-?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})([Ee][+-]?[0-9]{1,2})?");

    /** Excel itself keeps and shows no more digits of a number. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final BigDecimal MORE_DIGITS_THAN_KEPT = BigDecimal.TEN.pow(15);

    private static final Pattern DAY = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|\\\\(.)");
    private static final Pattern NAMES_A_DAY = Pattern.compile("[yd年月日]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MULTIPLE = Pattern.compile("[百千万亿]+元?");
    private static final Pattern SHOWN_SMALLER = Pattern.compile("[0#?],+(?![0#?])|!\\.");

    /** Formats that are days in Chinese editions and never written out in the file (ECMA-376, 18.8.30). */
    private static final Set<Integer> CHINESE_DAYS = IntStream.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_FORMAT = 255;
    private static final int LAST_DAY = 2_958_465;
    private static final int LONGEST_QUOTE = 40;

    /** How the numbers of a cell are shown: as they are, as a day, or in a multiple that the format adds in words. */
    record Format(boolean day, String multiple) {

        static final Format PLAIN = new Format(false, "");
    }

    private CellText() {}

    /**
     * What a number format says about a number.
     *
     * @param written the format as the file has it; none where it is one of those that every edition knows
     */
    static Format format(int id, @Nullable String written) {
        var format = written == null ? BuiltinFormats.getBuiltinFormat(id) : written;
        if (written == null && CHINESE_DAYS.contains(id)) {
            return new Format(true, "");
        }
        if (format == null || format.length() > LONGEST_FORMAT) {
            return Format.PLAIN;
        }
        if (DateUtil.isADateFormat(id, format)
                && NAMES_A_DAY.matcher(unquoted(format)).find()) {
            return new Format(true, "");
        }
        return new Format(false, multiple(format));
    }

    private static String unquoted(String format) {
        return format.replaceAll("\\[[^]]*]", "").replace("\"", "");
    }

    /** The word 万元 or the like that a format adds to a number which is not made smaller for it. */
    private static String multiple(String format) {
        var positive = format.split(";", 2)[0];
        var words = new StringBuilder();
        for (var found = QUOTED.matcher(positive); found.find(); ) {
            words.append(found.group(1) == null ? found.group(2) : found.group(1));
        }
        for (var found = MULTIPLE.matcher(QUOTED.matcher(positive).replaceAll("")); found.find(); ) {
            words.append(found.group());
        }
        var multiple = MULTIPLE.matcher(words);
        return multiple.find() && !SHOWN_SMALLER.matcher(positive).find() ? multiple.group() : "";
    }

    /** A number as the sheet holds it in text. */
    static String ofNumber(String raw, Format format, boolean from1904) {
        return NUMBER.matcher(raw).matches() ? of(new BigDecimal(raw), raw, format, from1904) : raw;
    }

    static String ofNumber(double value, Format format, boolean from1904) {
        return ofNumber(Double.toString(value), format, from1904);
    }

    private static String of(BigDecimal exact, String raw, Format format, boolean from1904) {
        if (format.day()) {
            return day(exact.doubleValue(), raw, from1904);
        }
        var number = exact.round(DIGITS).stripTrailingZeros();
        if (number.abs().compareTo(MORE_DIGITS_THAN_KEPT) >= 0) {
            // As Excel shows it: of a longer number the last digits are lost, and nobody should take it for whole.
            var digits = number.unscaledValue().abs().toString();
            return (number.signum() < 0 ? "-" : "")
                    + digits.charAt(0)
                    + (digits.length() > 1 ? "." + digits.substring(1) : "")
                    + "E+"
                    + (number.precision() - number.scale() - 1);
        }
        return number.toPlainString() + format.multiple();
    }

    private static String day(double number, String raw, boolean from1904) {
        if (number < (from1904 ? 0 : 1) || number > LAST_DAY) {
            return raw;
        }
        return DateUtil.getLocalDateTime(number, from1904).toLocalDate().toString();
    }

    /** A day written out, as some programs save it. */
    static String ofDay(String raw) {
        var day = DAY.matcher(raw);
        return day.matches() ? day.group(1) : raw;
    }

    /** Yes or no, as spreadsheets show it. */
    static String ofBoolean(boolean yes) {
        return yes ? "TRUE" : "FALSE";
    }

    /** So much of a text as a message may quote. */
    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
