package org.zhongchuang.casework;

import java.math.BigDecimal;
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
        };
    }

    private static Answer number(Fact fact, String typed) {
        var plain = narrow(typed).replace(fact.unit().label().zh(), "").replaceAll("[,，\\s㎡个人家项场次%]", "");
        if (!plain.matches("[0-9]{1,%d}(\\.[0-9]{1,2})?".formatted(MOST_DIGITS))) {
            return Answer.wrong("请填写数字，例如 30；不要写“约”或范围。", "Write a number such as 30, without “about” or a range.");
        }
        var number = new BigDecimal(plain);
        return switch (fact.unit()) {
            case PERCENT ->
                number.compareTo(BigDecimal.valueOf(100)) > 0
                        ? Answer.wrong("百分比不超过100。", "A percentage is at most 100.")
                        : Answer.of(plain(number));
            case PLACES, PEOPLE, TENANTS, TIMES, SERVICES, MONTHS, WORKING_DAYS ->
                number.stripTrailingZeros().scale() > 0
                        ? Answer.wrong("这里要填整数。", "This must be a whole number.")
                        : Answer.of(plain(number));
            case SQUARE_METRES, POINTS, NONE -> Answer.of(plain(number));
        };
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
                        });
            }
        });
        return values;
    }
}
