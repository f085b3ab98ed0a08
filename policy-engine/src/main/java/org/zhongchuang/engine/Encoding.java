package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Exact;
import org.zhongchuang.engine.formula.Subject;
import org.zhongchuang.engine.formula.Subject.Rows;
import org.zhongchuang.engine.formula.Type;

/**
 * Facts as the evaluators hold them, and back. Refuses values of the wrong form, too fine, too large or out of bounds.
 */
public final class Encoding {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    /** So many digits always fit into a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private Encoding() {}

    /** What is known of one subject, by slot. Throws {@link FactProblem}. */
    public static Subject subject(List<Fact> facts, Map<String, FactValue> known, Codes codes) {
        var values = new long[facts.size()];
        var present = new boolean[facts.size()];
        var rows = new Rows[facts.size()];
        for (int slot = 0; slot < facts.size(); slot++) {
            var fact = facts.get(slot);
            rows[slot] = Rows.NONE;
            var value = known.get(fact.id());
            if (value instanceof FactValue.Rows(var records) && fact.kind() == Fact.Kind.RECORDS) {
                rows[slot] = rows(fact, records, codes);
                present[slot] = true;
            } else if (value != null) {
                values[slot] = encode(fact, value, codes);
                present[slot] = true;
            }
        }
        return new Subject(values, present, rows);
    }

    private static Rows rows(Fact fact, List<Map<String, FactValue>> records, Codes codes) {
        var fields = new ArrayList<>(fact.fieldsById().values());
        var values = new long[fields.size()][records.size()];
        var known = new boolean[fields.size()][records.size()];
        for (int record = 0; record < records.size(); record++) {
            for (int field = 0; field < fields.size(); field++) {
                var value = records.get(record).get(fields.get(field).id());
                if (value != null) {
                    values[field][record] = encode(fields.get(field), value, codes);
                    known[field][record] = true;
                }
            }
        }
        return new Rows(records.size(), values, known);
    }

    /** One value as a {@code long}. Throws {@link FactProblem}. */
    public static long encode(Fact fact, FactValue value, Codes codes) {
        return switch (fact.kind()) {
            case NUMBER -> number(fact, value);
            case YES_NO -> {
                if (value instanceof FactValue.YesNo(var yes)) {
                    yield yes ? 1 : 0;
                }
                throw new FactProblem(fact.id(), "填 true 或 false", "write true or false");
            }
            case DAY -> {
                if (value instanceof FactValue.Day(var day) && day.getYear() >= 1 && day.getYear() <= 9999) {
                    yield day.toEpochDay();
                }
                throw new FactProblem(fact.id(), "填日期，如 2015-10-01", "write a day such as 2015-10-01");
            }
            case CHOICE -> {
                var code = value.plain();
                if (fact.options().stream().noneMatch(option -> option.code().equals(code))) {
                    var options = String.join(
                            ", ", fact.options().stream().map(Fact.Option::code).toList());
                    throw new FactProblem(fact.id(), "只能是 " + options, "one of " + options);
                }
                yield codes.of(code);
            }
            case TEXT -> {
                if (value instanceof FactValue.Word || value instanceof FactValue.Day) {
                    yield codes.of(value.plain().strip());
                }
                throw new FactProblem(fact.id(), "填文字", "write a text");
            }
            case RECORDS -> throw new FactProblem(fact.id(), "填一组记录", "write a list of records");
        };
    }

    /** One value as people and files write it: 1234.50, true, 2015-10-01, a code. Throws {@link FactProblem}. */
    public static FactValue read(Fact fact, String written) {
        var text = written.strip();
        return switch (fact.kind()) {
            case NUMBER -> {
                if (!text.matches("-?[0-9]{1,18}([.][0-9]{1,9})?")) {
                    throw new FactProblem(fact.id(), "“" + written + "”不是数字", "\"" + written + "\" is not a number");
                }
                yield new FactValue.Quantity(new BigDecimal(text));
            }
            case YES_NO ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "1", "是" -> new FactValue.YesNo(true);
                    case "false", "0", "否" -> new FactValue.YesNo(false);
                    default -> throw new FactProblem(fact.id(), "填 true 或 false", "write true or false");
                };
            case DAY -> {
                try {
                    yield new FactValue.Day(LocalDate.parse(text));
                } catch (DateTimeParseException _) {
                    throw new FactProblem(fact.id(), "填日期，如 2015-10-01", "write a day such as 2015-10-01");
                }
            }
            case CHOICE, TEXT -> new FactValue.Word(text);
            case RECORDS -> throw new FactProblem(fact.id(), "填一组记录", "write a list of records");
        };
    }

    /** The same at once as a {@code long}, without the detour for the plain numbers that files are full of. */
    public static long encode(Fact fact, String written, Codes codes) {
        if (fact.kind() == Fact.Kind.NUMBER
                && fact.most() == null
                && (fact.least() == null || fact.least().signum() <= 0)) {
            var quick = quick(written, fact.unit().decimals());
            if (quick >= 0) {
                return quick;
            }
        }
        return encode(fact, read(fact, written), codes);
    }

    /** A number of at most fifteen digits, or -1 where it takes a closer look. */
    private static long quick(String written, int decimals) {
        var value = 0L;
        var after = -1;
        var length = written.length();
        if (length == 0 || length > 16) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            var c = written.charAt(i);
            if (c == '.' && after < 0 && i > 0) {
                after = 0;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                after += after >= 0 ? 1 : 0;
            } else {
                return -1;
            }
        }
        var shift = decimals - Math.max(after, 0);
        if (shift < 0 || after == 0 || length > 13 || length + shift > MOST_DIGITS) {
            return -1;
        }
        for (int i = 0; i < shift; i++) {
            value *= 10;
        }
        return value;
    }

    private static long number(Fact fact, FactValue value) {
        if (!(value instanceof FactValue.Quantity(var number))) {
            throw new FactProblem(
                    fact.id(),
                    "填数字（" + fact.unit().zh() + "）",
                    "write a number (" + fact.unit().en() + ")");
        }
        if (number.abs().compareTo(MOST) > 0) {
            throw new FactProblem(fact.id(), "数字过大", "this number is too large");
        }
        var least = fact.least();
        var most = fact.most();
        if (least != null && number.compareTo(least) < 0) {
            throw new FactProblem(fact.id(), "不小于 " + least.toPlainString(), "at least " + least.toPlainString());
        }
        if (most != null && number.compareTo(most) > 0) {
            throw new FactProblem(fact.id(), "不大于 " + most.toPlainString(), "at most " + most.toPlainString());
        }
        try {
            return Exact.scaled(number, fact.unit().decimals());
        } catch (ArithmeticException _) {
            var decimals = fact.unit().decimals();
            if (number.stripTrailingZeros().scale() <= decimals) {
                throw new FactProblem(fact.id(), "数字过大", "this number is too large");
            }
            throw new FactProblem(
                    fact.id(),
                    decimals == 0 ? "须为整数" : "最多 " + decimals + " 位小数",
                    decimals == 0 ? "a whole number" : "at most " + decimals + " decimals");
        }
    }

    /** Money keeps its decimals, other numbers lose the zeros that say nothing. */
    private static BigDecimal number(Type.Quantity type, long value) {
        var number = BigDecimal.valueOf(value, type.decimals());
        if (type.isMoney()) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A value of that type as a fact's value. */
    static FactValue decode(Type type, long value, Codes codes) {
        return switch (type) {
            case Type.Condition _ -> new FactValue.YesNo(value == 1);
            case Type.Quantity quantity -> new FactValue.Quantity(number(quantity, value));
            case Type.Calendar _ -> new FactValue.Day(LocalDate.ofEpochDay(value));
            case Type.Words _ -> new FactValue.Word(codes.textOf(value));
            case Type.Records _ -> throw new IllegalStateException("records are no single value");
        };
    }
}
