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

    private static final int DEEPEST = 50;
    private static final int LONGEST = 2_000;
    private static final Set<String> WORDS = Set.of("and", "or", "not", "if", "then", "else", "in", "且", "或", "非");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![0-9])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final String WIDE = "（）［］，＞＜＝＋－＊！＠％“”";
    private static final String NARROW = "()[],><=+-*!@%\"\"";

    private final Source source;
    private final String text;
    private int at;
    private int depth;

    FormulaReader(Source source) {
        this.source = source;
        this.text = source.text();
    }

    Formula read() {
        if (text.length() > LONGEST) {
            throw new FormulaProblem(
                    new Span(source, 0, 0),
                    "a formula has at most " + LONGEST + " characters; give parts of it a name as terms");
        }
        var formula = any();
        skipSpace();
        if (at < text.length()) {
            throw problem("unexpected \"" + text.charAt(at) + "\"" + narrower() + "; join conditions with and, or");
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
        } while (words.stream().anyMatch(this::takeWord));
        return parts.size() == 1
                ? parts.getFirst()
                : joined.apply(
                        List.copyOf(parts),
                        parts.getFirst().span().to(parts.getLast().span()));
    }

    private Formula not() {
        var start = begin();
        return takeWord("not") || takeWord("非") ? new Formula.Not(deeper(this::not), since(start)) : comparison();
    }

    private Formula comparison() {
        var left = sum();
        for (var comparison : Comparison.values()) {
            if (take(comparison.sign())) {
                var right = sum();
                return new Formula.Compare(left, comparison, right, left.span().to(right.span()));
            }
        }
        return takeWord("in") ? within(left) : left;
    }

    /** {@code x in ("a", "b")} or {@code x in [85..100)}. */
    private Formula within(Formula left) {
        var start = begin();
        var closed = take("[");
        if (!closed && !take("(")) {
            throw problem("write a list such as in (\"a\", \"b\") or a range such as in [60..85)");
        }
        var first = sum();
        if (take("..")) {
            var last = sum();
            var to = take("]") ? Comparison.AT_MOST : take(")") ? Comparison.LESS : null;
            if (to == null) {
                throw problem("a range ends with ] or )");
            }
            var span = left.span().to(since(start));
            return new Formula.All(
                    List.of(
                            new Formula.Compare(left, closed ? Comparison.AT_LEAST : Comparison.MORE, first, span),
                            new Formula.Compare(left, to, last, span)),
                    span);
        }
        var members = new ArrayList<Formula>();
        members.add(first);
        while (take(",")) {
            members.add(sum());
        }
        if (!take(closed ? "]" : ")")) {
            throw problem("a closing " + (closed ? "]" : ")") + " is missing");
        }
        var span = left.span().to(since(start));
        var equal = members.stream()
                .<Formula>map(one -> new Formula.Compare(left, Comparison.EQUAL, one, span))
                .toList();
        return equal.size() == 1 ? equal.getFirst() : new Formula.Any(equal, span);
    }

    private Formula sum() {
        var sum = product();
        while (true) {
            var by = take("+") ? Operator.PLUS : take("-") ? Operator.MINUS : null;
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
            if (take("*")) {
                var right = atom();
                product = new Formula.Calculate(
                        product, Operator.TIMES, right, product.span().to(right.span()));
            } else if (take("/")) {
                throw problem("write " + Function.DIVIDE.example() + ", which says how it rounds");
            } else {
                return product;
            }
        }
    }

    private Formula atom() {
        var start = begin();
        if (take("(")) {
            var inner = deeper(this::any);
            if (!take(")")) {
                throw problem("a closing ) is missing" + narrower());
            }
            return inner;
        }
        if (take("\"")) {
            return words(start);
        }
        if (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            return number(start);
        }
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem("a fact, a parameter or a number is missing here" + narrower());
        }
        var name = text.substring(start, at);
        if (name.equals("if")) {
            return choose(start);
        }
        if (WORDS.contains(name)) {
            at = start;
            throw problem("\"" + name + "\" joins conditions; a condition is missing here");
        }
        if (name.equals("true") || name.equals("false")) {
            return new Formula.YesNo(name.equals("true"), since(start));
        }
        if (take("@")) {
            var day = deeper(this::atom);
            return new Formula.At(name, day, since(start));
        }
        return take("(") ? deeper(() -> call(name, start)) : new Formula.Name(name, since(start));
    }

    private Formula words(int start) {
        var end = text.indexOf('"', at);
        if (end < 0) {
            throw problem("a closing \" is missing");
        }
        var value = text.substring(at, end);
        at = end + 1;
        return new Formula.Words(value, since(start));
    }

    private Formula number(int start) {
        var day = DAY.matcher(text).region(at, text.length());
        if (day.lookingAt()) {
            at = day.end();
            try {
                return new Formula.Day(LocalDate.parse(day.group()), since(start));
            } catch (DateTimeException _) {
                throw new FormulaProblem(since(start), "there is no such day in the calendar");
            }
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw problem("not a number; write digits with at most one point");
        }
        at = number.end();
        var percent = at < text.length() && text.charAt(at) == '%';
        at += percent ? 1 : 0;
        return new Formula.Literal(new BigDecimal(number.group()), percent, since(start));
    }

    private Formula choose(int start) {
        return deeper(() -> {
            var when = any();
            demandWord("then", "if … then … else …");
            var then = any();
            demandWord("else", "if … then … else …; a value for the other case is missing");
            return new Formula.Choose(when, then, any(), since(start));
        });
    }

    private Formula call(String name, int start) {
        if (name.equals("count") || name.equals("sum")) {
            return tally(name, start);
        }
        Function function;
        try {
            function = Function.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            at = start;
            throw problem("no function \"" + name + "\"; there are round, divide, min, max, clamp, given, count, sum,"
                    + " date, year_of, month_of, months_between, days, months, years");
        }
        var arguments = new ArrayList<Formula>();
        do {
            arguments.add(any());
        } while (take(","));
        if (!take(")")) {
            throw problem("a closing ) is missing" + narrower());
        }
        var span = since(start);
        if (function.arguments() >= 0 && function.arguments() != arguments.size()) {
            throw new FormulaProblem(span, "write " + function.example());
        }
        return new Formula.Call(function, List.copyOf(arguments), span);
    }

    private Formula tally(String name, int start) {
        var records = name("the records to " + name);
        Formula where = null;
        if (take("[")) {
            where = any();
            if (!take("]")) {
                throw problem("a closing ] is missing" + narrower());
            }
        }
        var fieldStart = begin();
        var field = take(".") ? new Formula.Name(name("a field"), since(fieldStart)) : null;
        if (name.equals("sum") != (field != null)) {
            throw problem("write count(records[condition]) or sum(records[condition].field)");
        }
        if (!take(")")) {
            throw problem("a closing ) is missing" + narrower());
        }
        return new Formula.Tally(records, where, field, since(start));
    }

    private String name(String what) {
        var start = begin();
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem(what + " must be named here");
        }
        return text.substring(start, at);
    }

    private Formula deeper(Supplier<Formula> inner) {
        if (++depth > DEEPEST) {
            throw problem("nested deeper than " + DEEPEST + " levels; give parts of it a name as terms");
        }
        var formula = inner.get();
        depth--;
        return formula;
    }

    private void demandWord(String word, String example) {
        if (!takeWord(word)) {
            throw problem("\"" + word + "\" is missing: " + example);
        }
    }

    private boolean takeWord(String word) {
        skipSpace();
        var end = at + word.length();
        if (text.startsWith(word, at) && (end == text.length() || !isNamePart(text.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    private boolean take(String sign) {
        skipSpace();
        if (text.startsWith(sign, at) && !(sign.equals(".") && text.startsWith("..", at))) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private int begin() {
        skipSpace();
        return at;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Span since(int start) {
        return new Span(source, start, at);
    }

    /** A hint where somebody typed a full-width sign. */
    private String narrower() {
        var wide = at < text.length() ? WIDE.indexOf(text.charAt(at)) : -1;
        return wide < 0 ? "" : " (write " + NARROW.charAt(wide) + " instead of " + WIDE.charAt(wide) + ")";
    }

    private FormulaProblem problem(String what) {
        return new FormulaProblem(new Span(source, at, at), what);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
