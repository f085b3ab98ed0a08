package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhongchuang.engine.formula.Formula.Hit;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Trace;
import org.zhongchuang.engine.formula.Walk;

/**
 * Looks for rows that nothing reaches, for gaps, and for what fits two rows of a table that promises one.
 *
 * <p>Facts and terms that the rows compare are taken as free, and every combination of the values at which a row turns
 * is tried. That is complete for rows that compare facts and terms with parameters; where terms hang together it may
 * ask for more care than is needed, never for less.
 */
final class TableCheck {

    private static final int MOST = 50_000;

    private final Rules rules;
    private final Probes probes;
    private final List<Node> rows;
    private final String term;
    /** Whether every combination is tried, and not some at random. */
    private boolean complete = true;
    /** What the rows speak of: facts by slot, and terms by slot below zero, each with the values to try. */
    private final TreeMap<Integer, List<Long>> variables = new TreeMap<>();

    private TableCheck(Rules rules, LocalDate on, String term) {
        this.rules = rules;
        this.term = term;
        this.probes = new Probes(rules, on);
        this.rows = Objects.requireNonNull(rules.rows().get(term), term);
        var leaves = new TreeSet<Integer>();
        rows.forEach(row -> collect(row, leaves));
        leaves.forEach(
                leaf -> variables.put(leaf, leaf >= 0 ? probes.valuesOf(leaf) : probes.turnsOf(-1 - leaf, rows)));
        variables.values().removeIf(List::isEmpty);
    }

    /** What is wrong on the first day or on any on which a table changes. */
    static List<Flaw> onEveryDay(Rules rules, LocalDate first) {
        return rules.programme().terms().stream()
                .filter(term -> term.table() != null)
                .flatMap(term -> problemsOf(rules, term, TableDays.of(rules, term.id(), first)).stream())
                .toList();
    }

    /** A row is idle when it is reached on none of the days. */
    private static List<Flaw> problemsOf(Rules rules, Programme.Term term, List<LocalDate> days) {
        var table = Objects.requireNonNull(term.table());
        var reached = new boolean[table.rows().size() + 1];
        for (var day : days) {
            var check = new TableCheck(rules, day, term.id());
            var wrong = check.contradiction(table, reached);
            if (wrong.isPresent()) {
                return List.of(wrong.get());
            }
            if (!check.complete) {
                reached[table.rows().size()] = true;
            }
        }
        return idle(rules, term.id(), table, reached);
    }

    private static List<Flaw> idle(Rules rules, String term, Table table, boolean[] reached) {
        var flaws = new Flaws();
        var where = Where.programme(rules.programme().id(), "terms", term, "table");
        for (int i = 0; i < table.rows().size(); i++) {
            if (!reached[i]) {
                flaws.add(
                        where.at("rows", String.valueOf(i)),
                        "表 %s 的第 %d 行永远到不了",
                        "table %s: row %d is never reached",
                        term,
                        i + 1);
            }
        }
        if (table.otherwise() != null && !reached[table.rows().size()]) {
            flaws.warn(
                    where.at("otherwise"), "表 %s 的 otherwise 永远到不了", "table %s: its otherwise is never reached", term);
        }
        return flaws.all();
    }

    private static void collect(Node node, Set<Integer> leaves) {
        switch (node) {
            case Node.Fact fact -> leaves.add(fact.slot());
            case Node.Term term -> leaves.add(-1 - term.slot());
            default -> node.parts().forEach(part -> collect(part, leaves));
        }
    }

    /** A gap or an overlap. Notes which rows are reached, and last whether none of them is. */
    private Optional<Flaw> contradiction(Table table, boolean[] reached) {
        var flaws = new Flaws();
        var where = Where.programme(rules.programme().id(), "terms", term, "table");
        for (var one : combinations()) {
            var fitting = fitting(one);
            if (fitting.isEmpty() && table.otherwise() == null) {
                flaws.add(
                        where,
                        "表 %s 在 %s 有空缺：没有一行适用于 %s",
                        "table %s has a gap on %s: no row for %s",
                        term,
                        LocalDate.ofEpochDay(probes.day()),
                        said(one));
                break;
            }
            reached[fitting.isEmpty() ? rows.size() : fitting.getFirst() - 1] = true;
            if (table.hit() == Hit.UNIQUE && fitting.size() > 1) {
                flaws.add(
                        where,
                        "表 %s 的行 %s 在 %s 重叠：%s；把它们分开，或写 hit: first",
                        "table %s: rows %s overlap on %s for %s; make them apart or write hit: first",
                        term,
                        fitting,
                        LocalDate.ofEpochDay(probes.day()),
                        said(one));
                break;
            }
        }
        return flaws.all().stream().findFirst();
    }

    private List<Integer> fitting(Map<Integer, Long> one) {
        var values = new long[rules.facts().size()];
        one.forEach((variable, value) -> {
            if (variable >= 0) {
                values[variable] = value;
            }
        });
        var walk = new Walk(probes.of(values), rules.lookups(rules.codes()), probes.day(), true);
        for (int slot = 0; slot < rules.terms().size(); slot++) {
            var assumed = one.get(-1 - slot);
            if (assumed == null) {
                walk.define(rules.terms().get(slot));
            } else {
                walk.assume(rules.terms().get(slot), assumed);
            }
        }
        var fitting = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            if (isTrue(walk.read(rows.get(i)))) {
                fitting.add(i + 1);
            }
        }
        return fitting;
    }

    private static boolean isTrue(Trace trace) {
        return trace.is(1);
    }

    /** Every combination, or so many at random where there are more. */
    private List<Map<Integer, Long>> combinations() {
        var count = variables.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST + 1L));
        var all = new ArrayList<Map<Integer, Long>>();
        if (count > MOST) {
            complete = false;
            var random = new Random(90);
            for (int i = 0; i < MOST; i++) {
                var one = new TreeMap<Integer, Long>();
                variables.forEach((variable, values) -> one.put(variable, values.get(random.nextInt(values.size()))));
                all.add(one);
            }
            return all;
        }
        all.add(new TreeMap<>());
        variables.forEach((variable, values) -> {
            var more = new ArrayList<Map<Integer, Long>>();
            all.forEach(one -> values.forEach(value -> {
                var longer = new TreeMap<>(one);
                longer.put(variable, value);
                more.add(longer);
            }));
            all.clear();
            all.addAll(more);
        });
        return all;
    }

    private String said(Map<Integer, Long> one) {
        return one.entrySet().stream()
                .map(entry -> {
                    var variable = entry.getKey();
                    return variable >= 0
                            ? rules.facts().get(variable).id() + " = "
                                    + plain(rules.facts().get(variable).type(), entry.getValue())
                            : rules.programme().terms().get(-1 - variable).id() + " = "
                                    + plain(rules.terms().get(-1 - variable).type(), entry.getValue());
                })
                .collect(Collectors.joining(", "));
    }

    private String plain(org.zhongchuang.engine.formula.Type type, long value) {
        return Encoding.decode(type, value, rules.codes()).plain();
    }
}
