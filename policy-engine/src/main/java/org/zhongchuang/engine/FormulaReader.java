package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhongchuang.engine.Formula.Comparison;

/** Turns the text of a formula into its tree, by recursive descent with a bound on depth. */
final class FormulaReader {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 2_000;
    private static final Set<String> WORDS = Set.of("and", "or", "not");

    private final String source;
    private int at;
    private int depth;

    FormulaReader(String source) {
        this.source = source;
    }

    Formula read() {
        if (source.length() > LONGEST) {
            throw new FormulaProblem(
                    "a formula has at most " + LONGEST + " characters; split this one into several criteria");
        }
        var formula = any();
        skipSpace();
        if (at < source.length()) {
            throw problem("unexpected \"" + source.charAt(at) + "\"; join conditions with and, or");
        }
        return formula;
    }

    private Formula any() {
        return series("or", this::all, Formula.Any::new);
    }

    private Formula all() {
        return series("and", this::not, Formula.All::new);
    }

    private Formula series(String word, Supplier<Formula> next, Function<List<Formula>, Formula> joined) {
        var parts = new ArrayList<Formula>();
        do {
            parts.add(next.get());
        } while (takeWord(word));
        return parts.size() == 1 ? parts.getFirst() : joined.apply(List.copyOf(parts));
    }

    private Formula not() {
        return takeWord("not") ? new Formula.Not(deeper(this::not)) : comparison();
    }

    private Formula comparison() {
        var left = sum();
        for (var comparison : Comparison.values()) {
            if (take(comparison.sign())) {
                return new Formula.Compare(left, comparison, sum());
            }
        }
        return left;
    }

    private Formula sum() {
        var sum = product();
        while (true) {
            if (take("+")) {
                sum = new Formula.Sum(sum, product(), false);
            } else if (take("-")) {
                sum = new Formula.Sum(sum, product(), true);
            } else {
                return sum;
            }
        }
    }

    private Formula product() {
        var product = atom();
        while (take("*")) {
            product = new Formula.Product(product, atom());
        }
        return product;
    }

    private Formula atom() {
        if (take("(")) {
            var inner = deeper(this::any);
            if (!take(")")) {
                throw problem("a closing ) is missing");
            }
            return inner;
        }
        skipSpace();
        var start = at;
        if (at < source.length() && Character.isDigit(source.charAt(at))) {
            while (at < source.length() && (isAsciiDigit(source.charAt(at)) || source.charAt(at) == '.')) {
                at++;
            }
            return number(start);
        }
        while (at < source.length() && isNamePart(source.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw problem("a fact, a parameter or a number is missing here");
        }
        var name = source.substring(start, at);
        if (WORDS.contains(name)) {
            at = start;
            throw problem("\"" + name + "\" joins conditions; a condition is missing here");
        }
        return new Formula.Name(name);
    }

    private Formula number(int start) {
        try {
            return new Formula.Literal(new BigDecimal(source.substring(start, at)));
        } catch (NumberFormatException _) {
            throw new FormulaProblem(source, start, "not a number; write digits with at most one point");
        }
    }

    private Formula deeper(Supplier<Formula> inner) {
        if (++depth > DEEPEST) {
            throw problem("nested deeper than " + DEEPEST + " levels; split the rule");
        }
        var formula = inner.get();
        depth--;
        return formula;
    }

    private boolean takeWord(String word) {
        skipSpace();
        var end = at + word.length();
        if (source.startsWith(word, at) && (end == source.length() || !isNamePart(source.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    private boolean take(String sign) {
        skipSpace();
        if (source.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private FormulaProblem problem(String what) {
        return new FormulaProblem(source, at, what);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
