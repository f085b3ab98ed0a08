package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Unit;

/** Values as people read them: 52,500.00 元, 70%, 是, 2015年10月1日. */
public final class Shown {

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.TEN.pow(8);
    private static final BigDecimal BILLION = BigDecimal.TEN.pow(9);

    /** The day that stands for an agreement without an end. */
    private static final LocalDate OPEN_END = LocalDate.of(2099, 12, 31);

    private Shown() {}

    public static Text of(FactValue value, Fact fact) {
        return fact.kind() == Fact.Kind.CHOICE ? fact.optionLabel(value.plain()) : of(value, fact.unit());
    }

    /** What a rule requires of a fact: 为“是”, 大于 0, 不少于 3 人, 不超过 3 年. */
    public static Text required(Requirement required) {
        var shown = of(required.nearest(), required.fact());
        return switch (required.nearest()) {
            case FactValue.Quantity _ when required.isLimit() -> Text.of("不超过 " + shown.zh(), "at most " + shown.en());
            case FactValue.Quantity(var number)
            when isLeast(number, required.fact().unit()) -> Text.of("大于 0", "above 0");
            case FactValue.Quantity _ -> Text.of("不少于 " + shown.zh(), "at least " + shown.en());
            default -> Text.of("为“" + shown.zh() + "”", "is “" + shown.en() + "”");
        };
    }

    /** Whether a day stands for no end at all. */
    public static boolean isOpenEnd(String day) {
        return day.equals(OPEN_END.toString());
    }

    /** The least part that a unit has, such as one fen: more than nothing. */
    private static boolean isLeast(BigDecimal number, Unit unit) {
        return unit.decimals() > 0 && number.compareTo(BigDecimal.ONE.movePointLeft(unit.decimals())) == 0;
    }

    public static Text of(FactValue value, Type type) {
        return of(value, type instanceof Type.Quantity quantity ? quantity.unit() : Unit.NONE);
    }

    public static Text of(FactValue value, Unit unit) {
        return switch (value) {
            case FactValue.Quantity(var number) -> quantity(number, unit);
            case FactValue.YesNo(var yes) -> yes ? Text.of("是", "yes") : Text.of("否", "no");
            case FactValue.Day(var day) when day.equals(OPEN_END) -> Text.of("长期", "no end date");
            case FactValue.Day(var day) -> day(day);
            case FactValue.Word(var word) -> Text.of(word, word);
            case FactValue.Rows(var rows) -> Text.of(rows.size() + " 条记录", rows.size() + " records");
        };
    }

    /** A day as people read it: 2018年3月14日, 14 Mar 2018. */
    public static Text day(LocalDate day) {
        return Text.of(day.format(DAY_ZH), day.format(DAY_EN));
    }

    private static Text quantity(BigDecimal number, Unit unit) {
        if (unit == Unit.YUAN && isRoundAndLarge(number)) {
            return Text.of(
                    number(number.movePointLeft(8)) + "亿元",
                    number.compareTo(BILLION) >= 0
                            ? "¥" + number(number.movePointLeft(9)) + " billion"
                            : "¥" + number(number.movePointLeft(6)) + " million");
        }
        var shown = grouped(number, unit == Unit.YUAN ? Math.max(2, number.scale()) : Math.max(0, number.scale()));
        if (unit == Unit.TEN_THOUSAND_YUAN) {
            return Text.of(shown + " " + unit.zh(), number(number.movePointRight(unit.tens())) + " " + Unit.YUAN.en());
        }
        if (unit == Unit.PERCENT) {
            return Text.of(shown + "%", shown + "%");
        }
        return Text.of(
                unit.zh().isEmpty() ? shown : shown + " " + unit.zh(),
                unit.en().isEmpty() ? shown : shown + " " + unit.en(number));
    }

    /** A sum that is read off better in 亿 than counted by its zeros, and loses nothing by it. */
    private static boolean isRoundAndLarge(BigDecimal number) {
        return number.compareTo(HUNDRED_MILLION) >= 0
                && number.movePointLeft(8).stripTrailingZeros().scale() <= 2;
    }

    /** A number without zeros that say nothing, with thousands separators. */
    static String number(BigDecimal number) {
        return grouped(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** With thousands separators. */
    private static String grouped(BigDecimal number, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
