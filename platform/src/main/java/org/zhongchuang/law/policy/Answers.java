package org.zhongchuang.law.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Encoding;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.WrittenNumber;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.ground.kernel.Typed;

/** Turns what people type into facts: full-width digits, thousands separators and units included. */
public final class Answers {

    private static final int MOST_DIGITS = 12;

    /** More than a makerspace or firm of one city can have of anything that is counted: its people among them. */
    private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(1_000_000);

    private static final int MOST_DECIMALS = 2;

    private static final BigDecimal MOST_WRITTEN =
            BigDecimal.TEN.pow(MOST_DIGITS).subtract(BigDecimal.ONE);

    private static final Pattern FIGURES = Pattern.compile("0*([0-9]+)(\\.[0-9]+)?(万)?");

    private static final Answer NO_NUMBER =
            Answer.wrong("请填写数字，例如 30；不要写“约”或范围。", "Write a number such as 30, without “about” or a range.");

    private Answers() {}

    /** Either a value in its plain form or what is wrong with it. */
    public record Answer(Optional<String> value, Optional<Text> mistake) {

        static Answer of(String value) {
            return new Answer(Optional.of(value), Optional.empty());
        }

        static Answer wrong(String zh, String en) {
            return new Answer(Optional.empty(), Optional.of(Text.of(zh, en)));
        }
    }

    /** Reads what was typed for one fact. */
    public static Answer read(Fact fact, String typed) {
        return switch (fact.kind()) {
            case YES_NO ->
                typed.equals("true") || typed.equals("false")
                        ? Answer.of(typed)
                        : Answer.wrong("请选择“是”或“否”。", "Choose yes or no.");
            case NUMBER -> number(fact, typed);
            case DAY -> day(typed);
            case CHOICE ->
                fact.options().stream().anyMatch(option -> option.code().equals(typed))
                        ? Answer.of(typed)
                        : Answer.wrong("请选择一项。", "Choose one.");
            case TEXT -> Answer.of(typed.strip());
            case RECORDS -> records(fact, typed);
        };
    }

    private static Answer number(Fact fact, String typed) {
        var figures = figures(fact.unit(), WrittenNumber.narrow(typed));
        var written = WrittenNumber.read(figures);
        if (Typed.isNegative(typed)) {
            return Answer.wrong("不能是负数，请填写0或更大的数。", "It cannot be below 0: write 0 or more.");
        }
        if (written.filter(one -> isShort(one, fact.unit())).isEmpty()) {
            return notRead(fact, figures.replaceAll("[,\\s]", ""));
        }
        var number = written.get();
        var least = fact.least();
        var most = most(fact);
        if ((least != null && number.compareTo(least) < 0) || (most != null && number.compareTo(most) > 0)) {
            return outOfBounds(least, most);
        }
        return switch (fact.unit()) {
            case PERCENT ->
                number.compareTo(BigDecimal.valueOf(100)) > 0
                        ? Answer.wrong("百分比不超过100。", "A percentage is at most 100.")
                        : Answer.of(plain(number));
            default ->
                number.stripTrailingZeros().scale() > fact.unit().decimals()
                        ? fact.unit().decimals() == 0
                                ? Answer.wrong("这里要填整数。", "This must be a whole number.")
                                : Answer.wrong("小数位数过多。", "Too many decimals.")
                        : Answer.of(plain(number));
        };
    }

    /** What was typed without its unit; money in ten thousands is told so by 万, 元 alone tells it in yuan. */
    private static String figures(Unit unit, String typed) {
        if (unit.tens() > 0 && typed.strip().matches(".*[^万]\\s*元")) {
            return WrittenNumber.read(typed.replace("元", ""))
                    .map(yuan -> yuan.movePointLeft(unit.tens()).toPlainString())
                    .orElse(typed);
        }
        var figures = typed.replace(WrittenNumber.narrow(unit.zh()), "").replaceAll("[㎡元个人家项场次%亩台套件]", "");
        return unit.tens() > 0 ? figures.replace("万", "") : figures;
    }

    /** What is wrong with what is no number that could be kept: too large, too exact, or no number at all. */
    private static Answer notRead(Fact fact, String figures) {
        var number = FIGURES.matcher(figures);
        if (!number.matches()) {
            return figures.matches("[0-9.]+([eE^*][+]?[0-9.^]+)+")
                    ? Answer.wrong(
                            "请把数字完整写出来，例如 1000000，不要写成乘方。", "Write the number out, such as 1000000, not as a power.")
                    : NO_NUMBER;
        }
        var digits = number.group(1).length() + (number.group(3) == null ? 0 : 4);
        var most = "%,d"
                .formatted(Objects.requireNonNullElse(most(fact), MOST_WRITTEN).toBigInteger());
        if (digits > MOST_DIGITS) {
            return Answer.wrong("数字太大，最多是 " + most + "。", "The number is too large: at most " + most + ".");
        }
        var decimals = mostDecimals(fact.unit());
        return number.group(2) == null || number.group(2).length() <= 1 + decimals
                ? NO_NUMBER
                : decimals == MOST_DECIMALS
                        ? Answer.wrong("小数最多两位。", "At most two decimals.")
                        : Answer.wrong("小数最多" + decimals + "位。", "At most " + decimals + " decimals.");
    }

    /** What the pack says a value is at most; for what is counted in whole things, what there can be in a city. */
    private static @Nullable BigDecimal most(Fact fact) {
        return fact.most() != null
                ? fact.most()
                : switch (fact.unit()) {
                    case PEOPLE, PLACES, TENANTS, FIRMS, SPACES, TIMES, SERVICES, MACHINES, PATENTS -> MOST_COUNTED;
                    default -> null;
                };
    }

    /** One record a line, its fields in order with spaces between; a mistake names its line. */
    private static Answer records(Fact fact, String typed) {
        var lines = new ArrayList<String>();
        var months = new HashMap<String, Integer>();
        for (var line : typed.strip().split("\\R", -1)) {
            var number = lines.size() + 1;
            var parts = line.strip().split("[\\s,，;；]+");
            if (parts.length != fact.fields().size()) {
                return inLine(
                        number,
                        Text.of(
                                "每行一条记录，依次填写" + fields(fact).zh() + "，用逗号或空格隔开。",
                                "one record a line, with " + fields(fact).en() + ", with commas or spaces between."));
            }
            for (int i = 0; i < parts.length; i++) {
                var part = read(fact.fields().get(i), parts[i]);
                if (part.mistake().isPresent()) {
                    return inLine(number, part.mistake().get());
                }
                parts[i] = part.value().orElse("");
                var first = fact.fields().get(i).kind() == Fact.Kind.DAY
                        ? months.putIfAbsent(parts[i].substring(0, 7), number)
                        : null;
                if (first != null) {
                    return inLine(
                            number,
                            Text.of(
                                    "与第" + first + "行是同一个月。每月一条，同月几笔请合计。",
                                    "the same month as line " + first + "; one record a month, with the sum of it."));
                }
            }
            lines.add(String.join(" ", parts));
        }
        return Answer.of(String.join("\n", lines));
    }

    private static Answer inLine(int line, Text mistake) {
        return Answer.wrong("第" + line + "行：" + mistake.zh(), "Line " + line + ": " + mistake.en());
    }

    /** The first line of records with a day that has not come yet: what was paid or done lies behind. */
    public static Optional<Text> notYet(Fact fact, String value, LocalDate today) {
        if (fact.kind() != Fact.Kind.RECORDS) {
            return Optional.empty();
        }
        var lines = value.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            var parts = lines[line].split(" ", -1);
            for (int i = 0; i < fact.fields().size(); i++) {
                if (fact.fields().get(i).kind() == Fact.Kind.DAY
                        && LocalDate.parse(parts[i]).isAfter(today)) {
                    var day = Shown.day(LocalDate.parse(parts[i]));
                    return inLine(line + 1, Text.of(day.zh() + "还没有到。", day.en() + " has not come yet."))
                            .mistake();
                }
            }
        }
        return Optional.empty();
    }

    /** What a line of records has, in its order. */
    public static Text fields(Fact fact) {
        return fact.fields().stream()
                .map(Fact::label)
                .reduce((one, other) -> Text.of(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .orElseThrow();
    }

    /** Records as people read them, where there is no room for a table. */
    public static Text shown(Fact fact, String value) {
        return ((FactValue.Rows) value(fact, value))
                .value().stream()
                        .map(row -> fact.fields().stream()
                                .map(field -> Shown.of(Objects.requireNonNull(row.get(field.id())), field))
                                .reduce((one, other) ->
                                        Text.of(one.zh() + " " + other.zh(), one.en() + " " + other.en()))
                                .orElseThrow())
                        .reduce((one, other) -> Text.of(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                        .orElseThrow();
    }

    /** 2015-10-01, also written 2015/10/1 or 2015年10月1日. */
    private static Answer day(String typed) {
        return Typed.day(typed)
                .map(day -> Answer.of(day.toString()))
                .orElseGet(() -> Typed.isDayFarOff(typed)
                        ? Answer.wrong("年份应在1900到2199之间。", "The year must lie between 1900 and 2199.")
                        : Answer.wrong("请填写日期，例如 2015-10-01。", "Write a day such as 2015-10-01."));
    }

    private static Answer outOfBounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return most == null && least != null
                ? Answer.wrong("不小于" + least.toPlainString() + "。", "At least " + least.toPlainString() + ".")
                : least == null && most != null
                        ? Answer.wrong("不大于" + most.toPlainString() + "。", "At most " + most.toPlainString() + ".")
                        : Answer.wrong("应在" + least + "到" + most + "之间。", "Between " + least + " and " + most + ".");
    }

    private static boolean isShort(BigDecimal number, Unit unit) {
        return number.precision() - number.scale() <= MOST_DIGITS
                && number.stripTrailingZeros().scale() <= mostDecimals(unit);
    }

    private static int mostDecimals(Unit unit) {
        return Math.max(MOST_DECIMALS, unit.decimals());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The values of answers that were read before, by fact. */
    public static Map<String, FactValue> values(Map<String, Fact> vocabulary, Map<String, String> answers) {
        var values = new HashMap<String, FactValue>();
        answers.forEach((id, value) -> {
            var fact = vocabulary.get(id);
            if (fact != null) {
                values.put(id, value(fact, value));
            }
        });
        return values;
    }

    private static FactValue value(Fact fact, String value) {
        if (fact.kind() != Fact.Kind.RECORDS) {
            return Encoding.read(fact, value);
        }
        var rows = new ArrayList<Map<String, FactValue>>();
        for (var line : value.split("\n", -1)) {
            var parts = line.split(" ", -1);
            if (parts.length != fact.fields().size()) {
                throw new IllegalArgumentException(fact.id() + " is no list of records: " + line);
            }
            var row = new LinkedHashMap<String, FactValue>();
            for (int i = 0; i < fact.fields().size(); i++) {
                row.put(fact.fields().get(i).id(), value(fact.fields().get(i), parts[i]));
            }
            rows.add(row);
        }
        return new FactValue.Rows(rows);
    }
}
