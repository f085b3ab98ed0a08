package org.zhongchuang.ground.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhongchuang.engine.Fen;

/** What addresses and forms carry as text, read; empty where it is not what it should be. */
public final class Typed {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern MONEY = Pattern.compile(
            "(¥|人民币|rmb|cny)?(?<sum>[0-9]{1,12}(\\.[0-9]{1,8})?)(?<unit>[万亿])?(元|圆)?整?", Pattern.CASE_INSENSITIVE);

    private static final long MOST_FEN = 100_000_000_000_000L;

    /** 2018-4-1, 2018/4/1, 2018.4.1 and 2018年4月1日, with a day of the week or a time behind it as tables have them. */
    private static final Pattern DAY = Pattern.compile(
            "(?<year>[0-9]{4})\\s*[-/.年]\\s*(?<month>[0-9]{1,2})\\s*[-/.月]\\s*(?<day>[0-9]{1,2})\\s*[日号]?"
                    + "(\\s?[(]?(星期|周)[一二三四五六日天][)]?)?([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?)?");

    /** 20180401, as it stands in codes and in numbers of documents. */
    private static final Pattern DAY_IN_DIGITS = Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})");

    private static final Pattern NEGATIVE = Pattern.compile("(¥|人民币)?[-−–－](¥|人民币)?[0-9]+([.][0-9]+)?\\D*");

    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})\\s*(年度?)?");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Typed() {}

    /** What stands in a field of a form, without the spaces around it; empty where the form has no such field. */
    public static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** An identifier in the one form in which pages write it. */
    public static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The same, of one kind of things, such as {@code CaseId::new}. */
    public static <I> Optional<I> id(String text, Function<UUID, I> kind) {
        return id(text).map(kind);
    }

    /**
     * A day as the browser's own fields write it, such as 2018-04-01, or as people do: 2018年4月1日, 2018/4/1, 2018.4.1 or
     * 20180401, in full or half width. It lies between the years 1900 and 2199: what lies outside is a slip, and
     * neither the working days nor the database reckon with it.
     */
    public static Optional<LocalDate> day(String text) {
        var narrow = PlainForm.narrow(text).strip();
        return Stream.of(DAY, DAY_IN_DIGITS)
                .map(form -> form.matcher(narrow))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(Typed::day);
    }

    private static Optional<LocalDate> day(Matcher written) {
        return anyDay(written).filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private static Optional<LocalDate> anyDay(Matcher written) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(written.group("year")),
                    Integer.parseInt(written.group("month")),
                    Integer.parseInt(written.group("day"))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether it is a day, but of a year so far away that it is a slip, such as 9999-12-31 or 0016-03-01. */
    public static boolean isDayFarOff(String text) {
        var narrow = PlainForm.narrow(text).strip();
        return day(text).isEmpty()
                && Stream.of(DAY, DAY_IN_DIGITS)
                        .map(form -> form.matcher(narrow))
                        .anyMatch(
                                written -> written.matches() && anyDay(written).isPresent());
    }

    /** Whether it is a number below nothing, where one is wanted that is not. */
    public static boolean isNegative(String text) {
        return NEGATIVE.matcher(PlainForm.narrow(text).replaceAll("[,，\\s]", ""))
                .matches();
    }

    /**
     * Whether a field that may stay empty is empty or holds a day: one that cannot be read is not left out in silence.
     */
    public static boolean isDayOrNone(String text) {
        return text.isBlank() || day(text).isPresent();
    }

    /** A year of this century, such as 2017, 2017年 or ２０１７年度. */
    public static Optional<Integer> year(String text) {
        var year = YEAR.matcher(PlainForm.narrow(text).strip());
        return year.matches() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
    }

    /**
     * A sum as people write it: in yuan or 万元, with or without signs and separators, in full or half width; such as
     * ¥１２０，０００ or 12.5万元. Empty where it is none, or finer than a fen.
     */
    public static Optional<Fen> money(String text) {
        return money(text, false);
    }

    /** The same, where a heading says that the sums are in 万元; one that says so itself counts once. */
    public static Optional<Fen> money(String text, boolean inTenThousands) {
        var sum = MONEY.matcher(PlainForm.narrow(text).replaceAll("[,，\\s]", ""));
        if (!sum.matches()) {
            return Optional.empty();
        }
        var places = sum.group("unit") == null
                ? inTenThousands ? 6 : 2
                : sum.group("unit").equals("万") ? 6 : 10;
        try {
            var fen = new BigDecimal(sum.group("sum"))
                    .movePointRight(places)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
            return Optional.of(new Fen(fen)).filter(one -> one.value() < MOST_FEN);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /**
     * How a list is to be shown, as its address says: narrowed, in an order, in a unit. Nothing is kept of it, and an
     * address that says something else shows the list as it is without it.
     */
    public static <E extends Enum<E>> E shown(Class<E> choices, String text, E otherwise) {
        return choice(choices, text).orElse(otherwise);
    }

    /** One of the choices, however it is cased. */
    public static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String text) {
        return Stream.of(choices.getEnumConstants())
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
