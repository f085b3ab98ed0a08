package org.zhongchuang.law.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures of a text: sums, numbers, shares, years, days, however they are written. */
public final class Figures {

    /**
     * One figure.
     *
     * @param value what it comes to, with % or a word of time, such as 300000, 50% and 2020年; by it figures are
     *     compared
     * @param shown as it stands in the text
     */
    public record Figure(String value, String shown) {}

    private static final String NUMBER = "\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String HAN = "[零〇一二三四五六七八九十百千万亿两]+";
    private static final String MEASURE = "%|％|‰|个?工作日|年|个?月|日|天|小时";
    private static final Pattern RATIO = Pattern.compile("(" + NUMBER + ")\\s*[:：∶]\\s*(" + NUMBER + ")");
    private static final Pattern WRITTEN =
            Pattern.compile("(" + NUMBER + ")\\s*(万亿|亿|百万|千万|万|千(?!米|克|瓦)|百)?\\s*(?:人民币)?\\s*(元|" + MEASURE + ")?");
    private static final Pattern SHARE = Pattern.compile("百分之(" + HAN + ")(?:点(" + HAN + "))?");
    private static final Pattern COUNTED = Pattern.compile("(?<![第统同唯单逐每初\\p{N}" + HAN.substring(1, HAN.length() - 2)
            + "])(" + HAN + ")\\s*(?=(个?工作日|年|个月|月|日|天|小时|万元|元|倍|家|人|名|平方米))");
    private static final Pattern RANGE = Pattern.compile("^\\s*(?:至|到|-|—|–|~|～)\\s*$");
    private static final Pattern INCLUDED = Pattern.compile("[（(]含(?:本数)?\\s*$");
    private static final Pattern ONE_OF_MANY = Pattern.compile("[一两]");

    private static final Map<String, Long> MULTIPLES = Map.of(
            "百",
            100L,
            "千",
            1_000L,
            "万",
            10_000L,
            "百万",
            1_000_000L,
            "千万",
            10_000_000L,
            "亿",
            100_000_000L,
            "万亿",
            1_000_000_000_000L);

    /** A figure with its place, and what makes it complete when it begins a range, such as 20 in 20到30万元. */
    private record Found(
            int from,
            int to,
            String number,
            @Nullable String multiple,
            @Nullable String measure) {

        Figure figure(String text) {
            return new Figure(value(), text.substring(from, to).replaceAll("\\s+", ""));
        }

        private String value() {
            if (number.indexOf(':') >= 0) {
                return number;
            }
            var value = new BigDecimal(number)
                    .multiply(BigDecimal.valueOf(multiple == null ? 1L : MULTIPLES.getOrDefault(multiple, 1L)));
            return value.stripTrailingZeros().toPlainString() + plainMeasure();
        }

        private String plainMeasure() {
            return switch (measure) {
                case null -> "";
                case "元" -> "";
                case "％" -> "%";
                case "工作日", "个工作日" -> "工作日";
                case "个月" -> "月";
                case "天" -> "日";
                default -> measure;
            };
        }

        Found completed(Found after) {
            return new Found(from, to, number, after.multiple, after.measure);
        }
    }

    private Figures() {}

    /** All figures in the order of the text. */
    public static List<Figure> in(String text) {
        var plain = narrow(text);
        return found(plain).stream().map(one -> one.figure(plain)).toList();
    }

    /** Places where a text contradicts itself: 30万元（含20万元）. Each with both figures. */
    public static List<List<Figure>> contradictions(String text) {
        var plain = narrow(text);
        var all = found(plain);
        var contradictions = new ArrayList<List<Figure>>();
        for (int i = 1; i < all.size(); i++) {
            var between = plain.substring(all.get(i - 1).to(), all.get(i).from());
            var one = all.get(i - 1).figure(plain);
            var other = all.get(i).figure(plain);
            if (INCLUDED.matcher(between).find()
                    && between.length() <= 6
                    && !one.value().equals(other.value())) {
                contradictions.add(List.of(one, other));
            }
        }
        return contradictions;
    }

    private static List<Found> found(String plain) {
        var taken = new boolean[plain.length() + 1];
        var found = new ArrayList<Found>();
        take(plain, RATIO, taken, found, ratio -> ratio.group(1) + ":" + ratio.group(2));
        take(plain, SHARE, taken, found, Figures::share);
        take(plain, WRITTEN, taken, found, written -> written.group(1).replaceAll("[,，]", ""));
        take(plain, COUNTED, taken, found, Figures::counted);
        found.sort((one, other) -> Integer.compare(one.from(), other.from()));
        for (int i = found.size() - 2; i >= 0; i--) {
            var one = found.get(i);
            var next = found.get(i + 1);
            if (one.multiple() == null
                    && one.measure() == null
                    && one.number().indexOf(':') < 0
                    && RANGE.matcher(plain.substring(one.to(), next.from())).matches()) {
                found.set(i, one.completed(next));
            }
        }
        return found;
    }

    private interface Reading {

        @Nullable
        String of(Matcher found);
    }

    private static void take(String plain, Pattern pattern, boolean[] taken, List<Found> all, Reading reading) {
        var found = pattern.matcher(plain);
        while (found.find()) {
            var number = taken[found.start()] ? null : reading.of(found);
            if (number != null) {
                java.util.Arrays.fill(taken, found.start(), found.end(), true);
                all.add(new Found(
                        found.start(),
                        found.end(),
                        number,
                        pattern.equals(WRITTEN) ? found.group(2) : null,
                        pattern.equals(SHARE)
                                ? "%"
                                : pattern.equals(WRITTEN)
                                        ? found.group(3)
                                        : pattern.equals(COUNTED) ? time(found) : null));
            }
        }
    }

    private static @Nullable String time(Matcher found) {
        return found.group(2).matches(MEASURE) ? found.group(2) : null;
    }

    private static @Nullable String share(Matcher found) {
        var whole = HanNumber.read(found.group(1));
        var part = found.group(2) == null ? Optional.of("") : HanNumber.decimals(found.group(2));
        if (whole.isEmpty() || part.isEmpty()) {
            return null;
        }
        return whole.getAsLong() + (part.get().isEmpty() ? "" : "." + part.get());
    }

    /** 一家 and 一人 are rarely figures; 五家 is. */
    private static @Nullable String counted(Matcher found) {
        var sum = found.group(2).equals("万元") ? found.group(1) + "万" : found.group(1);
        if (ONE_OF_MANY.matcher(found.group(1)).matches() && !found.group(2).matches("个?工作日|个月|万元|元")) {
            return null;
        }
        var value = HanNumber.read(sum);
        return value.isPresent() ? Long.toString(value.getAsLong()) : null;
    }

    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        text.chars()
                .map(one -> one >= '０' && one <= '９' ? one - '０' + '0' : one == '．' ? '.' : one)
                .forEach(one -> narrow.append((char) one));
        return narrow.toString();
    }
}
