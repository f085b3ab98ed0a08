package org.zhongchuang.casework;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Text;

/** Turns what people type into facts: full-width digits, thousands separators and units included. */
final class Answers {

    private static final int MOST_DIGITS = 12;

    private Answers() {}

    /** Either a value in its plain form or what is wrong with it. */
    record Answer(Optional<String> value, Optional<Text> mistake) {

        static Answer of(String value) {
            return new Answer(Optional.of(value), Optional.empty());
        }

        static Answer wrong(String zh, String en) {
            return new Answer(Optional.empty(), Optional.of(Text.of(zh, en)));
        }
    }

    static Answer read(Fact fact, String typed) {
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
            case RECORDS -> Answer.wrong("这里不能填写记录。", "Records are not entered here.");
        };
    }

    private static Answer number(Fact fact, String typed) {
        var plain = narrow(typed).replace(fact.unit().zh(), "").replaceAll("[,，\\s㎡个人家项场次%]", "");
        if (!plain.matches("[0-9]{1,%d}(\\.[0-9]{1,2})?".formatted(MOST_DIGITS))) {
            return Answer.wrong("请填写数字，例如 30；不要写“约”或范围。", "Write a number such as 30, without “about” or a range.");
        }
        var number = new BigDecimal(plain);
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

    /** 2015-10-01, also written 2015/10/1 or 2015年10月1日. */
    private static Answer day(String typed) {
        var parts = narrow(typed).strip().split("[-/.年月日]", -1);
        try {
            return Answer.of(
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                            .toString());
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return Answer.wrong("请填写日期，例如 2015-10-01。", "Write a day such as 2015-10-01.");
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Full-width forms as ordinary ones. */
    private static String narrow(String typed) {
        var narrow = new StringBuilder(typed.length());
        typed.chars().forEach(c -> narrow.append((char) (c >= '！' && c <= '～' ? c - '！' + '!' : c)));
        return narrow.toString();
    }

    static Map<String, FactValue> values(Map<String, Fact> vocabulary, Map<String, String> answers) {
        var values = new HashMap<String, FactValue>();
        answers.forEach((id, value) -> {
            var fact = vocabulary.get(id);
            if (fact != null) {
                values.put(
                        id,
                        switch (fact.kind()) {
                            case NUMBER -> new FactValue.Quantity(new BigDecimal(value));
                            case YES_NO -> new FactValue.YesNo(Boolean.parseBoolean(value));
                            case DAY -> new FactValue.Day(LocalDate.parse(value));
                            case CHOICE, TEXT, RECORDS -> new FactValue.Word(value);
                        });
            }
        });
        return values;
    }
}
