package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Exact;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Subject;
import org.zhongchuang.engine.formula.Subject.Rows;
import org.zhongchuang.engine.formula.Trace;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Walk;

/**
 * Subjects worth trying on a programme: for each fact the values where a comparison turns, one step before and after,
 * its bounds, and a spread of others. The same seed gives the same subjects.
 */
final class Probes {

    private static final int BOUNDS = 24;
    private static final long[] SPREAD = {
        0, 1, 2, 3, 5, 7, 10, 12, 20, 30, 60, 85, 100, 1_000, 12_345, 100_000, 1_000_000, 33_333_333, 1_000_000_000L
    };

    private final Rules rules;
    private final long day;
    private final TreeMap<Integer, TreeSet<Long>> critical = new TreeMap<>();
    private final Random random = new Random(2015);

    Probes(Rules rules, LocalDate on) {
        this.rules = rules;
        this.day = on.toEpochDay();
        for (int slot = 0; slot < rules.facts().size(); slot++) {
            var values = critical.computeIfAbsent(slot, _ -> new TreeSet<>());
            addOwn(rules.facts().get(slot), values);
        }
        // A bound may hang on other facts, so it is looked at with several subjects.
        var some = Stream.generate(this::random).limit(BOUNDS).map(this::walk).toList();
        Stream.of(
                        rules.terms().stream(),
                        rules.criteria().stream(),
                        rules.rows().values().stream().flatMap(List::stream))
                .flatMap(nodes -> nodes)
                .forEach(node -> findTurns(node, some));
    }

    private void addOwn(Fact fact, Set<Long> values) {
        switch (fact.kind()) {
            case YES_NO -> values.addAll(List.of(0L, 1L));
            case CHOICE ->
                fact.options().forEach(one -> values.add(rules.codes().of(one.code())));
            case NUMBER -> {
                var lift = Exact.scaled(java.math.BigDecimal.ONE, fact.unit().decimals());
                if (fact.least() != null) {
                    values.add(Exact.scaled(fact.least(), fact.unit().decimals()));
                }
                if (fact.most() != null) {
                    values.add(Exact.scaled(fact.most(), fact.unit().decimals()));
                }
                for (var one : SPREAD) {
                    values.add(one * lift);
                }
                values.removeIf(value -> !isAllowed(fact, value));
            }
            case DAY -> {
                for (int month = -30; month <= 30; month += 5) {
                    values.add(Exact.plusMonths(day, month));
                }
            }
            case TEXT ->
                values.addAll(List.of(rules.codes().of(""), rules.codes().of("甲")));
            case RECORDS -> {}
        }
    }

    long day() {
        return day;
    }

    boolean isAllowed(Fact fact, long value) {
        if (fact.kind() != Fact.Kind.NUMBER) {
            return true;
        }
        var number = java.math.BigDecimal.valueOf(value, fact.unit().decimals());
        return (fact.least() == null || number.compareTo(fact.least()) >= 0)
                && (fact.most() == null || number.compareTo(fact.most()) <= 0);
    }

    private void findTurns(Node node, List<Walk> some) {
        if (node instanceof Node.Compare compare) {
            turn(compare.left(), compare.right(), some);
            turn(compare.right(), compare.left(), some);
        }
        if (node instanceof Node.Listed listed && bare(listed.of()) instanceof Node.Fact fact) {
            rules.lists().get(listed.slot()).everyCode().forEach(code -> text(fact, code, listed.begins()));
        }
        if (node instanceof Node.Begins begins && bare(begins.of()) instanceof Node.Fact fact) {
            text(fact, begins.with(), true);
        }
        node.parts().forEach(part -> findTurns(part, some));
    }

    /** A text that a rule asks for, and a longer one where the beginning is enough; a choice has its options. */
    private void text(Node.Fact fact, String text, boolean begins) {
        if (rules.facts().get(fact.slot()).kind() == Fact.Kind.TEXT) {
            values(fact.slot()).add(rules.codes().of(text));
            if (begins) {
                values(fact.slot()).add(rules.codes().of(text + "0"));
            }
        }
    }

    private void turn(Node side, Node bound, List<Walk> some) {
        var factor = factorOf(side);
        if (bare(side) instanceof Node.Fact fact && !(fact.type() instanceof Type.Words)) {
            boundsOf(bound, some)
                    .forEach(value -> around(Math.floorDiv(value, factor), values(fact.slot()))
                            .removeIf(one -> !isAllowed(rules.facts().get(fact.slot()), one)));
        }
    }

    private Set<Long> values(int slot) {
        return critical.computeIfAbsent(slot, _ -> new TreeSet<>());
    }

    private static Set<Long> around(long value, Set<Long> values) {
        values.addAll(List.of(value - 1, value, value + 1));
        return values;
    }

    private static Set<Long> boundsOf(Node bound, List<Walk> some) {
        return some.stream()
                .map(walk -> walk.read(bound))
                .filter(Trace::isKnown)
                .map(Trace::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The node without added decimals. */
    static Node bare(Node node) {
        return node instanceof Node.Widened widened ? bare(widened.of()) : node;
    }

    static long factorOf(Node node) {
        return node instanceof Node.Widened widened ? widened.factor() * factorOf(widened.of()) : 1;
    }

    /** The values at which the rows turn for that term, when terms are taken as free. */
    List<Long> turnsOf(int term, List<Node> rows) {
        if (rules.terms().get(term).type() instanceof Type.Condition) {
            return List.of(0L, 1L);
        }
        var some = Stream.generate(this::random).limit(BOUNDS).map(this::walk).toList();
        var values = new TreeSet<Long>();
        rows.forEach(row -> turnsOf(row, term, some, values));
        return List.copyOf(values);
    }

    private void turnsOf(Node node, int term, List<Walk> some, Set<Long> values) {
        if (node instanceof Node.Compare compare) {
            for (var pair :
                    List.of(List.of(compare.left(), compare.right()), List.of(compare.right(), compare.left()))) {
                if (bare(pair.getFirst()) instanceof Node.Term one && one.slot() == term) {
                    var factor = factorOf(pair.getFirst());
                    boundsOf(pair.getLast(), some).forEach(value -> around(Math.floorDiv(value, factor), values));
                }
            }
        }
        node.parts().forEach(part -> turnsOf(part, term, some, values));
    }

    /** A walk over that subject with its terms defined. */
    Walk walk(Subject subject) {
        var walk = new Walk(subject, rules.lookups(rules.codes()), day, true);
        rules.terms().forEach(walk::define);
        return walk;
    }

    private Rows[] rows() {
        return Stream.generate(() -> Rows.NONE).limit(rules.facts().size()).toArray(Rows[]::new);
    }

    List<Long> valuesOf(int slot) {
        return List.copyOf(values(slot));
    }

    Subject of(long[] values) {
        var known = new boolean[values.length];
        java.util.Arrays.fill(known, true);
        return new Subject(values, known, rows());
    }

    Subject changed(Subject subject, int slot, long value) {
        var values = subject.value().clone();
        values[slot] = value;
        return of(values);
    }

    /** A subject with a value worth trying, or one between two of them, for each fact. */
    Subject random() {
        var values = new long[rules.facts().size()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = randomValue(slot);
        }
        return of(values);
    }

    long randomValue(int slot) {
        var choices = valuesOf(slot);
        if (choices.isEmpty()) {
            return 0;
        }
        var one = choices.get(random.nextInt(choices.size()));
        var kind = rules.facts().get(slot).kind();
        if ((kind != Fact.Kind.NUMBER && kind != Fact.Kind.DAY) || random.nextInt(3) > 0) {
            return one;
        }
        var other = choices.get(random.nextInt(choices.size()));
        return Math.min(one, other) + random.nextLong(Math.abs(one - other) + 1);
    }

    /** A subject in words, for a counter-example. */
    String said(Subject subject) {
        return java.util.stream.IntStream.range(0, rules.facts().size())
                .filter(slot -> subject.known()[slot])
                .mapToObj(slot -> rules.facts().get(slot).id() + " = "
                        + Encoding.decode(rules.facts().get(slot).type(), subject.value()[slot], rules.codes())
                                .plain())
                .collect(Collectors.joining(", "));
    }
}
