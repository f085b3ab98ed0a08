package org.zhongchuang.engine.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Formula.Comparison;

/**
 * The nearest changes of facts that would make a condition hold, each a set of changes that is enough.
 *
 * <p>A comparison of a fact with a value is solved; any other comparison is searched, one fact at a time, for the
 * nearest value that turns it. Changes of facts that cannot help are not proposed.
 */
public final class Remedies {

    private static final int MOST = 64;

    private final Walk now;
    private final Subject subject;
    private final List<Node> terms;
    private final BiFunction<Node, Subject, Trace> judge;

    /**
     * @param now the walk that judged the subject
     * @param terms the terms by slot
     * @param judge judges a changed subject anew
     */
    public Remedies(Walk now, Subject subject, List<Node> terms, BiFunction<Node, Subject, Trace> judge) {
        this.now = now;
        this.subject = subject;
        this.terms = terms;
        this.judge = judge;
    }

    /** Ways to make it hold: new values by slot. The fewest changes first. */
    public List<Map<Integer, Long>> of(Node condition) {
        return of(condition, true).stream()
                .filter(changes -> !changes.isEmpty())
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Map::size))
                .toList();
    }

    private List<Map<Integer, Long>> of(Node node, boolean wanted) {
        if (now.read(node).is(wanted ? 1 : 0)) {
            return List.of(Map.of());
        }
        return switch (node) {
            case Node.Joined joined
            when joined.any() == wanted ->
                joined.of().stream()
                        .flatMap(part -> of(part, wanted).stream())
                        .limit(MOST)
                        .toList();
            case Node.Joined joined -> {
                List<Map<Integer, Long>> together = List.of(Map.of());
                for (var part : joined.of()) {
                    together = product(together, of(part, wanted));
                }
                yield together;
            }
            case Node.Not not -> of(not.of(), !wanted);
            case Node.Fact fact -> List.of(Map.of(fact.slot(), wanted ? 1L : 0L));
            case Node.Term term -> of(terms.get(term.slot()), wanted);
            case Node.Compare compare ->
                compare(compare, wanted ? compare.by() : compare.by().opposite());
            case Node.Constant _,
                    Node.Setting _,
                    Node.Field _,
                    Node.Today _,
                    Node.Widened _,
                    Node.Sum _,
                    Node.Product _,
                    Node.Rounded _,
                    Node.Quotient _,
                    Node.Extreme _,
                    Node.Choose _,
                    Node.Given _,
                    Node.Dated _,
                    Node.Listed _,
                    Node.Begins _,
                    Node.Tally _ -> List.of();
        };
    }

    private static List<Map<Integer, Long>> product(List<Map<Integer, Long>> some, List<Map<Integer, Long>> more) {
        return some.stream()
                .flatMap(one -> more.stream().map(other -> {
                    var both = new LinkedHashMap<>(one);
                    both.putAll(other);
                    return (Map<Integer, Long>) both;
                }))
                .limit(MOST)
                .toList();
    }

    private List<Map<Integer, Long>> compare(Node.Compare compare, Comparison by) {
        var solved = Stream.concat(
                        solve(compare.left(), by, compare.right()).stream(),
                        solve(compare.right(), by.mirrored(), compare.left()).stream())
                .toList();
        return solved.isEmpty() ? search(compare, by) : solved;
    }

    /** {@code fact by known value}, seen through added decimals. */
    private List<Map<Integer, Long>> solve(Node side, Comparison by, Node other) {
        var factor = 1L;
        var node = side;
        while (node instanceof Node.Widened widened) {
            factor *= widened.factor();
            node = widened.of();
        }
        var bound = now.read(other);
        if (!(node instanceof Node.Fact fact) || !bound.isKnown()) {
            return List.of();
        }
        var value = bound.value();
        var needed = switch (by) {
            case AT_LEAST -> Math.ceilDiv(value, factor);
            case MORE -> Math.floorDiv(value, factor) + 1;
            case AT_MOST -> Math.floorDiv(value, factor);
            case LESS -> Math.ceilDiv(value, factor) - 1;
            case EQUAL -> Math.floorDiv(value, factor);
            case UNEQUAL -> Long.MIN_VALUE;
        };
        return by == Comparison.UNEQUAL || (by == Comparison.EQUAL && needed * factor != value)
                ? List.of()
                : List.of(Map.of(fact.slot(), needed));
    }

    private List<Map<Integer, Long>> search(Node compare, Comparison by) {
        var found = new ArrayList<Map<Integer, Long>>();
        if (by == Comparison.EQUAL || by == Comparison.UNEQUAL) {
            return found;
        }
        for (var slot : numbersIn(compare)) {
            if (subject.known()[slot]) {
                for (var sign : new long[] {1, -1}) {
                    var near = nearest(compare, slot, sign, now.read(compare).is(0) ? 1 : 0);
                    if (near != subject.value()[slot]) {
                        found.add(Map.of(slot, near));
                    }
                }
            }
        }
        return found;
    }

    /** Doubles the step until the comparison turns, then halves it; the old value where it never turns. */
    private long nearest(Node compare, int slot, long sign, long wanted) {
        var from = subject.value()[slot];
        var far = 1L;
        while (far < 1L << 50
                && !judge.apply(compare, changed(slot, from + sign * far)).is(wanted)) {
            far *= 2;
        }
        if (far >= 1L << 50) {
            return from;
        }
        var near = far / 2;
        while (far - near > 1) {
            var middle = near + (far - near) / 2;
            if (judge.apply(compare, changed(slot, from + sign * middle)).is(wanted)) {
                far = middle;
            } else {
                near = middle;
            }
        }
        return from + sign * far;
    }

    private Subject changed(int slot, long value) {
        var values = subject.value().clone();
        values[slot] = value;
        return new Subject(values, subject.known(), subject.rows());
    }

    private Set<Integer> numbersIn(Node node) {
        var slots = new TreeSet<Integer>();
        if (node instanceof Node.Fact fact
                && (fact.type() instanceof Type.Quantity || fact.type() instanceof Type.Calendar)) {
            slots.add(fact.slot());
        }
        if (node instanceof Node.Term term) {
            slots.addAll(numbersIn(terms.get(term.slot())));
        }
        node.parts().forEach(part -> slots.addAll(numbersIn(part)));
        return slots;
    }
}
