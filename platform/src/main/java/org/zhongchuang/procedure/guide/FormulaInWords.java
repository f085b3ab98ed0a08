package org.zhongchuang.procedure.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.CodeList;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.engine.formula.Formula.Calculate;
import org.zhongchuang.engine.formula.Formula.Choose;
import org.zhongchuang.engine.formula.Formula.Literal;
import org.zhongchuang.engine.formula.Formula.Operator;

/** A formula as people read it: with the names that facts, parameters and terms have, and the signs of arithmetic. */
public final class FormulaInWords {

    private final PolicyPack pack;
    private final Programme programme;
    private final List<Fact> fields;

    private FormulaInWords(PolicyPack pack, Programme programme, List<Fact> fields) {
        this.pack = pack;
        this.programme = programme;
        this.fields = fields;
    }

    /** How a term of a programme is worked out. */
    public static Text of(PolicyPack pack, Programme programme, String term) {
        return programme.terms().stream()
                .filter(one -> one.id().equals(term))
                .findFirst()
                .map(one -> of(pack, programme, one.formula()))
                .orElseThrow();
    }

    static Text of(PolicyPack pack, Programme programme, Formula formula) {
        return new FormulaInWords(pack, programme, List.of()).say(formula);
    }

    private Text say(Formula formula) {
        return switch (formula) {
            case Literal(var value, var percent, var _) -> plain(number(value) + (percent ? "%" : ""));
            case Formula.Words(var value, var _) -> option(value);
            case Formula.Day(var value, var _) -> Shown.day(value);
            case Formula.YesNo(var value, var _) -> value ? Text.of("是", "yes") : Text.of("否", "no");
            case Formula.Name(var id, var _) -> name(id);
            case Formula.Field(var records, var id, var _) ->
                with("%s的%s", "the %2$s of: %1$s", name(records), field(records, id));
            case Formula.At(var parameter, var day, var _) ->
                with("%s（按%s的规定）", "%s (by the rules of %s)", name(parameter), say(day));
            case Formula.Member member -> member(member);
            case Formula.Compare(var left, var by, var right, var _) -> compared(left, by, right);
            case Calculate(var left, var by, var right, var _) -> calculated(left, by, right);
            case Formula.Not(var of, var _) -> with("不是（%s）", "not (%s)", say(of));
            case Formula.All(var of, var _) -> joined(of, "，并且", " and ");
            case Formula.Any(var of, var _) -> joined(of, "，或者", " or ");
            case Choose(var when, var then, var otherwise, var _) ->
                with("%s的，为%s；否则为%s", "if %s: %s; otherwise %s", condition(when), say(then), say(otherwise));
            case Formula.Call(var function, var arguments, var _) -> called(function, arguments);
            case Formula.Tally tally -> tallied(tally);
            case Formula.Table table -> table(table);
        };
    }

    private Text name(String id) {
        if (id.equals("day")) {
            return Text.of("计算当天", "the day of the calculation");
        }
        return Stream.of(
                        fields.stream().filter(one -> one.id().equals(id)).map(Fact::label),
                        programme.terms().stream()
                                .filter(one -> one.id().equals(id))
                                .map(Programme.Term::label),
                        Optional.ofNullable(pack.facts().get(id)).map(Fact::label).stream(),
                        Optional.ofNullable(pack.parameters().get(id)).map(Parameter::means).stream(),
                        Optional.ofNullable(pack.lists().get(id)).map(CodeList::means).stream())
                .flatMap(one -> one)
                .findFirst()
                .orElseGet(() -> plain(id));
    }

    private Text member(Formula.Member member) {
        var of = say(member.of());
        if (member.list() instanceof Formula.Words(var text, var _)) {
            return with("%s以“%s”开头", "%s begins with “%s”", of, plain(text));
        }
        var list = say(member.list());
        return member.begins()
                ? with("%s以“%s”中的代码开头", "%s begins with a code of the list “%s”", of, list)
                : with("%s在“%s”之内", "%s is in the list “%s”", of, list);
    }

    private Text option(String code) {
        return choices()
                .flatMap(fact -> fact.options().stream())
                .filter(one -> one.code().equals(code))
                .map(Fact.Option::label)
                .findFirst()
                .orElseGet(() -> plain(code));
    }

    private Text calculated(Formula left, Operator by, Formula right) {
        var sign = plain(
                switch (by) {
                    case PLUS -> " + ";
                    case MINUS -> " − ";
                    case TIMES -> " × ";
                });
        return by == Operator.TIMES
                ? with("%s%s%s", "%s%s%s", factor(left), sign, factor(right))
                : with("%s%s%s", "%s%s%s", say(left), sign, by == Operator.MINUS ? factor(right) : say(right));
    }

    /** In brackets where it would else be read apart. */
    private Text factor(Formula of) {
        var isApart = (of instanceof Calculate sum && sum.by() != Operator.TIMES) || of instanceof Choose;
        return isApart ? with("（%s）", "(%s)", say(of)) : say(of);
    }

    private Text compared(Formula left, Formula.Comparison by, Formula right) {
        var one = beside(left, right);
        var other = beside(right, left);
        return switch (by) {
            case AT_LEAST -> with("%s不小于%s", "%s is at least %s", one, other);
            case AT_MOST -> with("%s不大于%s", "%s is at most %s", one, other);
            case MORE -> with("%s大于%s", "%s is more than %s", one, other);
            case LESS -> with("%s小于%s", "%s is less than %s", one, other);
            case EQUAL -> with("%s为%s", "%s is %s", one, other);
            case UNEQUAL -> with("%s不为%s", "%s is not %s", one, other);
        };
    }

    /** A side of a comparison: a choice is told as the fact calls it that it is compared with. */
    private Text beside(Formula of, Formula other) {
        return of instanceof Formula.Words(var code, var _) && other instanceof Formula.Name(var id, var _)
                ? choices()
                        .filter(fact -> fact.id().equals(id))
                        .flatMap(fact -> fact.options().stream())
                        .filter(one -> one.code().equals(code))
                        .map(Fact.Option::label)
                        .findFirst()
                        .orElseGet(() -> option(code))
                : say(of);
    }

    private Stream<Fact> choices() {
        return Stream.concat(fields.stream(), pack.facts().values().stream());
    }

    /** What is asked by its name alone is asked for a yes. */
    private Text condition(Formula of) {
        return of instanceof Formula.Name ? with("%s为是", "%s is yes", say(of)) : say(of);
    }

    /** Inside another tally it would else be read apart. */
    private Text which(Formula where, boolean nested) {
        return nested ? part(where) : condition(where);
    }

    /** One of several conditions, in brackets where it is made of several itself. */
    private Text part(Formula of) {
        return of instanceof Formula.All || of instanceof Formula.Any || of instanceof Choose
                ? with("（%s）", "(%s)", condition(of))
                : condition(of);
    }

    private Text joined(List<Formula> of, String zh, String en) {
        return of.stream()
                .map(this::part)
                .reduce((one, other) -> Text.of(one.zh() + zh + other.zh(), one.en() + en + other.en()))
                .orElseThrow();
    }

    private Text called(Formula.Function function, List<Formula> of) {
        return switch (function) {
            case ROUND -> rounded(factor(of.get(0)), of.get(1), of.get(2));
            case DIVIDE ->
                rounded(with("%s ÷ %s", "%s ÷ %s", factor(of.get(0)), dividing(of.get(1))), of.get(2), of.get(3));
            case MIN -> listed(of, "中最小的", "the least of ");
            case MAX -> listed(of, "中最大的", "the greatest of ");
            case CLAMP ->
                with(
                        "%s，不小于%s，不大于%s",
                        "%s, at least %s and at most %s", say(of.get(0)), say(of.get(1)), say(of.get(2)));
            case GIVEN -> with("%s（没有填写的，按%s）", "%s (if not given: %s)", say(of.get(0)), say(of.get(1)));
            case DATE -> with("%s年%s月%s日", "the day %s-%s-%s", say(of.get(0)), say(of.get(1)), say(of.get(2)));
            case YEAR_OF -> with("%s所在的年份", "the year of %s", say(of.getFirst()));
            case MONTH_OF -> with("%s所在的月份", "the month of %s", say(of.getFirst()));
            case MONTHS_BETWEEN -> with("%s到%s的月数", "the months from %s to %s", say(of.get(0)), say(of.get(1)));
            case WORKING_DAYS_BETWEEN ->
                with("%s到%s的工作日数", "the working days from %s to %s", say(of.get(0)), say(of.get(1)));
            case WORKING_DAYS -> with("%s个工作日", "%s working days", say(of.getFirst()));
            case DAYS -> with("%s天", "%s days", say(of.getFirst()));
            case MONTHS -> with("%s个月", "%s months", say(of.getFirst()));
            case YEARS -> with("%s年", "%s years", say(of.getFirst()));
        };
    }

    private Text dividing(Formula of) {
        return of instanceof Calculate ? with("（%s）", "(%s)", say(of)) : factor(of);
    }

    private Text rounded(Text of, Formula decimals, Formula word) {
        var places = say(decimals).zh();
        var how = word instanceof Formula.Name name ? name.id() : "";
        var kept = places.equals("0")
                ? Text.of("取整数", "to a whole number")
                : Text.of("保留" + places + "位小数", "to " + places + " decimals");
        return switch (how) {
            case "down" -> with("%s，%s，余数舍去", "%s, %s, the rest left out", of, kept);
            case "up" -> with("%s，%s，有余数进一", "%s, %s, rounded up", of, kept);
            case "half_even" -> with("%s，%s，四舍六入五成双", "%s, %s, a half to the even digit", of, kept);
            default -> with("%s，%s，四舍五入", "%s, %s, rounded to the nearest", of, kept);
        };
    }

    private Text listed(List<Formula> of, String zh, String en) {
        var all = of.stream()
                .map(this::say)
                .reduce((one, other) -> Text.of(one.zh() + "、" + other.zh(), one.en() + ", " + other.en()))
                .orElseThrow();
        return Text.of("（" + all.zh() + "）" + zh, en + "(" + all.en() + ")");
    }

    private Text tallied(Formula.Tally tally) {
        var records = name(tally.records());
        var inside = new FormulaInWords(pack, programme, fieldsOf(tally.records()));
        var which = tally.where() == null
                ? records
                : with("%s中%s的", "those of %s where %s", records, inside.which(tally.where(), !fields.isEmpty()));
        var of = inside.orNothing(tally.of());
        var more = orNothing(tally.more());
        return switch (tally.by()) {
            case COUNT -> with("%s条数", "how many: %s", which);
            case SUM -> with("%s%s合计", "sum of: %2$s of %1$s", which, of);
            case DISTINCT -> with("%s不同%s的个数", "how many different %2$s: %1$s", which, of);
            case LARGEST -> with("%s最大的%s（没有记录的，按%s）", "the greatest %2$s of %1$s (if none: %3$s)", which, of, more);
            case SMALLEST -> with("%s最小的%s（没有记录的，按%s）", "the least %2$s of %1$s (if none: %3$s)", which, of, more);
            case BEST -> with("%s最大的%3$s个%2$s合计", "sum of the %3$s greatest %2$s of %1$s", which, of, more);
        };
    }

    private Text orNothing(@Nullable Formula formula) {
        return formula == null ? Text.of("", "") : say(formula);
    }

    private Text field(String records, String id) {
        return fieldsOf(records).stream()
                .filter(one -> one.id().equals(id))
                .map(Fact::label)
                .findFirst()
                .orElseGet(() -> plain(id));
    }

    private List<Fact> fieldsOf(String records) {
        var fact = pack.facts().get(records);
        return fact == null ? List.of() : fact.fields();
    }

    private Text table(Formula.Table table) {
        var lines = new ArrayList<Text>();
        for (var row : table.rows()) {
            lines.add(with("%s的，为%s", "if %s: %s", condition(row.when()), say(row.is())));
        }
        if (table.otherwise() != null) {
            lines.add(with("其他的，为%s", "otherwise %s", say(table.otherwise())));
        }
        return lines.stream()
                .reduce((one, other) -> Text.of(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                .orElseThrow();
    }

    private static Text with(String zh, String en, Text... parts) {
        return Text.of(
                zh.formatted(Stream.of(parts).map(Text::zh).toArray()),
                en.formatted(Stream.of(parts).map(Text::en).toArray()));
    }

    private static Text plain(String same) {
        return Text.of(same, same);
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
