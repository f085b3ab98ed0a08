package org.zhongchuang.records.table;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CellTrouble;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.Identifier;
import org.zhongchuang.records.table.Column.Field;

/**
 * Reads one row as people write it: full-width digits, days in words, thousands separators, options by name or code.
 */
public final class RowReader {

    private static final int LONGEST = 200;
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern SERIAL = Pattern.compile("[2-6][0-9]{4}");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
    private static final Pattern ANY_NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern FIRM = Pattern.compile("公司|合伙企业|事务所|厂$");
    private static final Text WITHOUT_CODE = Text.of(
            "名称像企业而没有统一社会信用代码：将登记为团队，企业数不计入。是企业的请补上代码。",
            "It is called like a firm and has no credit code: it is entered as a team, and no count of firms has it."
                    + " Add the code if it is a firm.");
    private static final Text NOT_A_CODE =
            Text.of("应为18位统一社会信用代码", "it should have the 18 characters of a credit code");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final TableKind kind;
    private final LocalDate today;
    private final boolean inTenThousands;

    /**
     * Reads rows of one kind.
     *
     * @param inTenThousands whether amounts are written in 万元
     */
    public RowReader(TableKind kind, LocalDate today, boolean inTenThousands) {
        this.kind = kind;
        this.today = today;
        this.inTenThousands = inTenThousands;
    }

    /** A row in its plain form, or what is wrong with it, by field; notes are of values that may stand. */
    public record Read(Map<Field, String> values, Map<Field, Text> mistakes, Map<Field, Text> notes) {

        public boolean isGood() {
            return mistakes.isEmpty();
        }
    }

    public Read read(Map<Field, String> typed) {
        var values = new EnumMap<Field, String>(Field.class);
        var mistakes = new EnumMap<Field, Text>(Field.class);
        var notes = new EnumMap<Field, Text>(Field.class);
        for (var column : kind.columns()) {
            var text = PlainForm.seen(typed.getOrDefault(column.field(), ""));
            if (text.isEmpty()) {
                if (column.required()) {
                    mistakes.put(
                            column.field(),
                            Text.of(
                                    column.label().zh() + "不能为空。",
                                    column.label().en() + " is missing."));
                }
                continue;
            }
            var trouble = CellTrouble.in(text);
            if (trouble.isPresent()) {
                mistakes.put(column.field(), trouble.get());
                continue;
            }
            try {
                values.put(column.field(), read(column, text));
            } catch (Mistake e) {
                mistakes.put(column.field(), e.what);
            }
        }
        together(values, mistakes);
        if (values.containsKey(Field.CODE) && !CreditCode.isValid(values.getOrDefault(Field.CODE, ""))) {
            notes.put(Field.CODE, CreditCode.oldWarning());
        }
        if (kind == RecordKind.AGREEMENTS
                && typed.getOrDefault(Field.CODE, "").isBlank()
                && FIRM.matcher(values.getOrDefault(Field.SUBJECT, "")).find()) {
            notes.put(Field.CODE, WITHOUT_CODE);
        }
        return new Read(values, mistakes, notes);
    }

    private void together(Map<Field, String> values, Map<Field, Text> mistakes) {
        var day = day(values, Field.DAY);
        var until = day(values, Field.UNTIL);
        var founded = day(values, Field.FOUNDED);
        if (day != null && until != null && until.isBefore(day)) {
            mistakes.put(Field.UNTIL, Text.of("结束日期早于开始日期。", "It ends before it begins."));
        }
        if (day != null && day.isAfter(today) && kind != RecordKind.AGREEMENTS) {
            mistakes.put(Field.DAY, Text.of("日期在将来，还没有发生。", "That day has not come yet."));
        }
        if (founded != null && founded.isAfter(today)) {
            mistakes.put(Field.FOUNDED, Text.of("注册日期在将来。", "That day has not come yet."));
        }
    }

    public static @Nullable LocalDate day(Map<Field, String> values, Field field) {
        var text = values.get(field);
        return text == null ? null : LocalDate.parse(text);
    }

    private String read(Column column, String typed) throws Mistake {
        var text = column.field().isWord() ? typed : PlainForm.narrow(typed);
        return switch (column.field()) {
            case DAY, UNTIL, FOUNDED -> dayOf(text);
            case AMOUNT -> amount(text);
            case QUANTITY -> number(text, 2);
            case NUMBER -> number(text, 0);
            case CLASS -> option(column, text);
            case CODE -> code(text);
            case SUBJECT, PARTY, TITLE, UNIT, REFERENCE -> shortEnough(text);
        };
    }

    private static String shortEnough(String text) throws Mistake {
        if (text.length() > LONGEST) {
            throw new Mistake("超过" + LONGEST + "个字。", "Longer than " + LONGEST + " characters.");
        }
        return text;
    }

    /** A day as people write it in tables: 2016-03-01, 2016.3.1, 2016年3月1日, 20160301. */
    public static Optional<LocalDate> writtenDay(String text) {
        try {
            return Optional.of(LocalDate.parse(dayOf(PlainForm.narrow(text))));
        } catch (Mistake _) {
            return Optional.empty();
        }
    }

    static String dayOf(String text) throws Mistake {
        if (text.length() == 5 && SERIAL.matcher(text).matches()) {
            // The number of a day that lost its format, as it comes from a pasted or unformatted cell.
            return FIRST_SERIAL.plusDays(Integer.parseInt(text)).toString();
        }
        var day = Typed.day(text).filter(one -> !one.isBefore(EARLIEST) && one.isBefore(LATEST));
        if (day.isPresent()) {
            return day.get().toString();
        }
        if (Typed.day(text).isPresent() || Typed.isDayFarOff(text)) {
            throw new Mistake(
                    "日期的年份不对：" + quoted(text) + "。应在1949年10月到2099年之间；没有期限的不填。",
                    "The year cannot be right: " + quoted(text)
                            + ". It lies between October 1949 and 2099; leave it empty where there is no end.");
        }
        throw new Mistake(
                "日期看不懂：" + quoted(text) + "。请写成2016-03-01。", "Not a day: " + quoted(text) + ". Write 2016-03-01.");
    }

    /** In fen. */
    private String amount(String text) throws Mistake {
        notNegative(text);
        return Typed.money(text, inTenThousands)
                .map(fen -> String.valueOf(fen.value()))
                .orElseThrow(() -> new Mistake(
                        "不是金额，或不是精确到分：" + quoted(text) + "。", "Not a sum in yuan and fen: " + quoted(text) + "."));
    }

    private static void notNegative(String text) throws Mistake {
        if (Typed.isNegative(text)) {
            throw new Mistake(
                    "不能是负数：" + quoted(text) + "。请填0或更大的数。", "Below 0: " + quoted(text) + ". Write 0 or more.");
        }
    }

    private static String number(String text, int decimals) throws Mistake {
        notNegative(text);
        var plain = text.replaceAll("[,，\\s㎡平方米个人家小时元]", "");
        if (plain.endsWith(".0")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        if (!ANY_NUMBER.matcher(plain).matches()) {
            throw new Mistake("不是数字：" + quoted(text) + "。", "Not a number: " + quoted(text) + ".");
        }
        if (decimals == 0 && plain.contains(".")) {
            throw new Mistake("这里要填整数：" + quoted(text) + "。", "A whole number is needed: " + quoted(text) + ".");
        }
        if (!NUMBER.matcher(plain).matches() || (decimals == 0 && plain.length() > 9)) {
            throw new Mistake(
                    "数太大，或小数超过两位：" + quoted(text) + "。",
                    "Too large, or with more than two decimals: " + quoted(text) + ".");
        }
        return plain;
    }

    private static String option(Column column, String text) throws Mistake {
        return column.options().stream()
                .filter(option -> option.code().equalsIgnoreCase(text)
                        || option.label().zh().equals(text)
                        || option.label().en().equalsIgnoreCase(text))
                .findFirst()
                .map(Column.Option::code)
                .orElseThrow(() -> new Mistake(
                        "“" + quoted(text) + "”不在可选范围：" + String.join("、", labels(column)) + "。",
                        "“" + quoted(text) + "” is none of: "
                                + String.join(
                                        ", ",
                                        column.options().stream()
                                                .map(one -> one.label().en())
                                                .toList()) + "."));
    }

    private static List<String> labels(Column column) {
        return column.options().stream().map(option -> option.label().zh()).toList();
    }

    private static String code(String text) throws Mistake {
        var read = Identifier.read(text);
        if (read.kind() != Identifier.Kind.CREDIT_CODE || !read.mayStand()) {
            var why = read.kind() == Identifier.Kind.CREDIT_CODE ? read.flaw().orElse(NOT_A_CODE) : NOT_A_CODE;
            throw new Mistake("统一社会信用代码校验不通过：" + why.zh() + "。", "The credit code is wrong: " + why.en() + ".");
        }
        return read.plain();
    }

    /** A value in its plain form as a page shows it. */
    static Text shown(Column column, String value) {
        return switch (column.field()) {
            case AMOUNT -> same(new Fen(Long.parseLong(value)).yuan());
            case CLASS -> column.optionLabel(value);
            default -> same(value);
        };
    }

    private static Text same(String text) {
        return Text.of(text, text);
    }

    /** So much of what was typed as a message needs. */
    public static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    /** What is wrong with one value. */
    static final class Mistake extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text what;

        Mistake(String zh, String en) {
            super(en, null, false, false);
            this.what = Text.of(zh, en);
        }
    }
}
