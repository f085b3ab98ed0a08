package org.zhongchuang.engine.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.zhongchuang.engine.formula.Formula.Comparison;
import org.zhongchuang.engine.formula.Formula.Function;
import org.zhongchuang.engine.formula.Formula.Operator;

/** Turns the text of a formula into its tree, by recursive descent with a bound on depth. */
final class FormulaReader {

    private static final String FUNCTIONS =
            "round, divide, min, max, clamp, given, begins, count, sum, distinct, largest, smallest, best,"
                    + " date, year_of, month_of, months_between, working_days_between, days, working_days, months, years";
    private static final int DEEPEST = 50;
    private static final int LONGEST = 2_000;
    private static final Set<String> WORDS = Set.of("and", "or", "not", "if", "then", "else", "in", "且", "或", "非");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![0-9])");
    private static final Pattern PERCENT = Pattern.compile("%");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final Source source;
    private final Cursor cursor;
    private final MemberReader members;
    private int depth;

    FormulaReader(Source source) {
        this.source = source;
        this.cursor = new Cursor(source);
        this.members = new MemberReader(cursor, this::any, this::atom);
    }

    Formula read() {
        if (cursor.length() > LONGEST) {
            throw new FormulaProblem(
                    new Span(source, 0, 0),
                    "公式最多 %d 个字符；把其中一部分写成计算项 terms",
                    "a formula has at most %d characters; give parts of it a name as terms",
                    LONGEST);
        }
        var formula = any();
        if (!cursor.isAtEnd()) {
            throw cursor.problem(
                    "这里不该有“%s”%s；条件之间用 and、or 相连",
                    "unexpected \"%s\"%s; join conditions with and, or", cursor.here(), cursor.narrower());
        }
        return formula;
    }

    private Formula any() {
        return series(List.of("or", "或"), this::all, Formula.Any::new);
    }

    private Formula all() {
        return series(List.of("and", "且"), this::not, Formula.All::new);
    }

    private Formula series(
            List<String> words, Supplier<Formula> next, BiFunction<List<Formula>, Span, Formula> joined) {
        var parts = new ArrayList<Formula>();
        do {
            parts.add(next.get());
        } while (words.stream().anyMatch(cursor::takeWord));
        return parts.size() == 1
                ? parts.getFirst()
                : joined.apply(
                        List.copyOf(parts),
                        parts.getFirst().span().to(parts.getLast().span()));
    }

    private Formula not() {
        var start = cursor.begin();
        return cursor.takeWord("not") || cursor.takeWord("非")
                ? new Formula.Not(deeper(this::not), cursor.since(start))
                : comparison();
    }

    private Formula comparison() {
        var left = sum();
        for (var comparison : Comparison.values()) {
            if (cursor.take(comparison.sign())) {
                var right = sum();
                return new Formula.Compare(left, comparison, right, left.span().to(right.span()));
            }
        }
        return cursor.takeWord("in") ? within(left) : left;
    }

    /** {@code x in ("a", "b")}, {@code x in [85..100)} or {@code x in list}. */
    private Formula within(Formula left) {
        var start = cursor.begin();
        var closed = cursor.take("[");
        if (!closed && !cursor.take("(")) {
            return members.in(left);
        }
        var first = sum();
        if (cursor.take("..")) {
            var last = sum();
            var to = cursor.take("]") ? Comparison.AT_MOST : cursor.take(")") ? Comparison.LESS : null;
            if (to == null) {
                throw cursor.problem("区间以 ] 或 ) 结束", "a range ends with ] or )");
            }
            var span = left.span().to(cursor.since(start));
            return new Formula.All(
                    List.of(
                            new Formula.Compare(left, closed ? Comparison.AT_LEAST : Comparison.MORE, first, span),
                            new Formula.Compare(left, to, last, span)),
                    span);
        }
        var members = new ArrayList<Formula>();
        members.add(first);
        while (cursor.take(",")) {
            members.add(sum());
        }
        cursor.demand(closed ? "]" : ")");
        var span = left.span().to(cursor.since(start));
        var equal = members.stream()
                .<Formula>map(one -> new Formula.Compare(left, Comparison.EQUAL, one, span))
                .toList();
        return equal.size() == 1 ? equal.getFirst() : new Formula.Any(equal, span);
    }

    private Formula sum() {
        var sum = product();
        while (true) {
            var by = cursor.take("+") ? Operator.PLUS : cursor.take("-") ? Operator.MINUS : null;
            if (by == null) {
                return sum;
            }
            var right = product();
            sum = new Formula.Calculate(sum, by, right, sum.span().to(right.span()));
        }
    }

    private Formula product() {
        var product = atom();
        while (true) {
            if (cursor.take("*")) {
                var right = atom();
                product = new Formula.Calculate(
                        product, Operator.TIMES, right, product.span().to(right.span()));
            } else if (cursor.take("/")) {
                throw cursor.problem("除法写 %s，写明怎样取整", "write %s, which says how it rounds", Function.DIVIDE.example());
            } else {
                return product;
            }
        }
    }

    private Formula atom() {
        var start = cursor.begin();
        if (cursor.take("(")) {
            var inner = deeper(this::any);
            cursor.demand(")");
            return inner;
        }
        if (cursor.take("\"")) {
            return words(start);
        }
        if (cursor.isAtDigit()) {
            return number(start);
        }
        WrittenSigns.demandNarrow(cursor, start);
        var name = cursor.takeName();
        if (name.isEmpty()) {
            throw cursor.problem(
                    "这里缺事实、参数或数字%s", "a fact, a parameter or a number is missing here%s", cursor.narrower());
        }
        if (name.equals("if")) {
            return choose(start);
        }
        if (WORDS.contains(name)) {
            cursor.backTo(start);
            throw cursor.problem("“%s”连接条件，这里缺一个条件", "\"%s\" joins conditions; a condition is missing here", name);
        }
        if (name.equals("true") || name.equals("false")) {
            return new Formula.YesNo(name.equals("true"), cursor.since(start));
        }
        if (cursor.take("@")) {
            var day = deeper(this::atom);
            return new Formula.At(name, day, cursor.since(start));
        }
        if (cursor.take(".")) {
            var field = cursor.name(new Said("外层记录的字段", "a field of the outer records"));
            return new Formula.Field(name, field, cursor.since(start));
        }
        return cursor.take("(") ? deeper(() -> call(name, start)) : new Formula.Name(name, cursor.since(start));
    }

    private Formula words(int start) {
        if (!cursor.isAhead('"')) {
            throw cursor.problem("缺右引号 \"", "a closing \" is missing");
        }
        return new Formula.Words(cursor.takeUntil('"'), cursor.since(start));
    }

    private Formula number(int start) {
        var day = cursor.takeMatch(DAY);
        if (!day.isEmpty()) {
            try {
                return new Formula.Day(LocalDate.parse(day), cursor.since(start));
            } catch (DateTimeException _) {
                throw new FormulaProblem(cursor.since(start), "日历里没有这一天", "there is no such day in the calendar");
            }
        }
        var number = cursor.takeMatch(NUMBER);
        if (number.isEmpty()) {
            throw cursor.problem("不是数字；写数字，最多一个小数点", "not a number; write digits with at most one point");
        }
        WrittenSigns.demandPlain(number, cursor, start);
        var percent = !cursor.takeMatch(PERCENT).isEmpty();
        return new Formula.Literal(new BigDecimal(number), percent, cursor.since(start));
    }

    private Formula choose(int start) {
        return deeper(() -> {
            var when = any();
            demandWord("then", Said.of("if … then … else …"));
            var then = any();
            demandWord(
                    "else",
                    new Said(
                            "if … then … else …；缺另一种情形的值",
                            "if … then … else …; a value for the other case is missing"));
            return new Formula.Choose(when, then, any(), cursor.since(start));
        });
    }

    private Formula call(String name, int start) {
        var tallying = TallyReader.called(name);
        if (tallying.isPresent()) {
            return new TallyReader(cursor, this::any).read(tallying.get(), start);
        }
        if (name.equals(MemberReader.BEGINS)) {
            return members.begins(start);
        }
        Function function;
        try {
            function = Function.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            cursor.backTo(start);
            throw cursor.problem("没有函数“%s”；有 %s", "no function \"%s\"; there are %s", name, FUNCTIONS);
        }
        var arguments = new ArrayList<Formula>();
        do {
            arguments.add(any());
        } while (cursor.take(","));
        cursor.demand(")");
        var span = cursor.since(start);
        if (function.arguments() >= 0 && function.arguments() != arguments.size()) {
            throw new FormulaProblem(span, "写 %s", "write %s", function.example());
        }
        return new Formula.Call(function, List.copyOf(arguments), span);
    }

    private Formula deeper(Supplier<Formula> inner) {
        if (++depth > DEEPEST) {
            throw cursor.problem(
                    "嵌套超过 %d 层；把其中一部分写成计算项 terms",
                    "nested deeper than %d levels; give parts of it a name as terms", DEEPEST);
        }
        var formula = inner.get();
        depth--;
        return formula;
    }

    private void demandWord(String word, Said example) {
        if (!cursor.takeWord(word)) {
            throw cursor.problem("缺“%s”：%s", "\"%s\" is missing: %s", word, example);
        }
    }
}
