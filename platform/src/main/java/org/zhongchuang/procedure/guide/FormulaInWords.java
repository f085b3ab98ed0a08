package org.zhongchuang.procedure.guide;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;

/** The formulas of a programme as people read them: names by their labels, signs and functions in words. */
public final class FormulaInWords {

    private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"|[a-z][a-z0-9_]*|<=|>=|!=|\\*");
    private static final Map<String, Text> SIGNS = Map.ofEntries(
            Map.entry("*", Text.of("×", "×")),
            Map.entry("<=", Text.of("≤", "≤")),
            Map.entry(">=", Text.of("≥", "≥")),
            Map.entry("!=", Text.of("≠", "≠")),
            Map.entry("if", Text.of("如果", "if")),
            Map.entry("then", Text.of("，则", "then")),
            Map.entry("else", Text.of("，否则", "else")),
            Map.entry("and", Text.of("且", "and")),
            Map.entry("or", Text.of("或", "or")),
            Map.entry("not", Text.of("不是", "not")),
            Map.entry("when", Text.of("当", "when")),
            Map.entry("otherwise", Text.of("其他情况", "otherwise")),
            Map.entry("round", Text.of("取整", "round")),
            Map.entry("divide", Text.of("相除", "divide")),
            Map.entry("half_up", Text.of("四舍五入", "half up")),
            Map.entry("half_even", Text.of("四舍六入五成双", "half to even")),
            Map.entry("up", Text.of("进位", "up")),
            Map.entry("down", Text.of("舍去", "down")),
            Map.entry("min", Text.of("取较小", "the smaller of")),
            Map.entry("max", Text.of("取较大", "the larger of")),
            Map.entry("given", Text.of("填了用前者，没填用后者", "the first if given, else the second")),
            Map.entry("sum", Text.of("合计", "sum")),
            Map.entry("count", Text.of("计数", "count")),
            Map.entry("date", Text.of("日期", "date")),
            Map.entry("months", Text.of("月数", "months")),
            Map.entry("year_of", Text.of("年份", "year of")),
            Map.entry("month_of", Text.of("月份", "month of")));

    private final Map<String, Text> names = new HashMap<>(SIGNS);

    public FormulaInWords(PolicyPack pack, Programme programme) {
        pack.facts().values().forEach(fact -> {
            fact.fields().forEach(field -> names.put(field.id(), field.label()));
            names.put(fact.id(), fact.label());
        });
        pack.factsOf(programme.id())
                .forEach(fact -> fact.options()
                        .forEach(option -> names.put("\"" + option.code() + "\"", inQuotes(option.label()))));
        pack.parameters().values().forEach(one -> names.put(one.id(), one.means()));
        programme.terms().forEach(term -> names.put(term.id(), term.label()));
    }

    /** What a formula says; a name that nobody explains stays as it is. */
    public Text of(String written) {
        return Text.of(
                PIECE.matcher(written)
                        .replaceAll(found -> quoted(name(found.group()).zh())),
                PIECE.matcher(written)
                        .replaceAll(found -> quoted(name(found.group()).en())));
    }

    private static Text inQuotes(Text choice) {
        return Text.of("“" + choice.zh() + "”", "“" + choice.en() + "”");
    }

    private Text name(String piece) {
        return names.getOrDefault(piece, Text.of(piece, piece));
    }

    private static String quoted(String words) {
        return Matcher.quoteReplacement(words);
    }
}
