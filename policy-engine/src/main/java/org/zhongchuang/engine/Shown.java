package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Unit;

/** Values as people read them: 52,500.00 元, 70%, 是, 2015-10-01. */
public final class Shown {

    private static final BigDecimal HUNDRED_MILLION = BigDecimal.TEN.pow(8);
    private static final BigDecimal BILLION = BigDecimal.TEN.pow(9);

    private Shown() {}

    public static Text of(FactValue value, Fact fact) {
        return fact.kind() == Fact.Kind.CHOICE ? fact.optionLabel(value.plain()) : of(value, fact.unit());
    }

    /** What a fact has to become: 为“是”, 大于 0, 达到 3 人. */
    public static Text reaching(FactValue value, Fact fact) {
        var shown = of(value, fact);
        return switch (value) {
            case FactValue.YesNo _ -> Text.of("为“" + shown.zh() + "”", "is “" + shown.en() + "”");
            case FactValue.Quantity(var number) when isLeast(number, fact.unit()) -> Text.of("大于 0", "above 0");
            default -> Text.of("达到 " + shown.zh(), "to reach " + shown.en());
        };
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
            case FactValue.Day(var day) -> Text.of(day.toString(), day.toString());
            case FactValue.Word(var word) -> Text.of(word, word);
            case FactValue.Rows(var rows) -> Text.of(rows.size() + " 条记录", rows.size() + " records");
        };
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
