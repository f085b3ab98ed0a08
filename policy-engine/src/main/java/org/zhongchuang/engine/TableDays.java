package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Type;

/** The days on which a table may begin to say something else: parameters change, or its rows name the day. */
final class TableDays {

    private final Rules rules;
    private final TreeSet<LocalDate> days = new TreeSet<>();

    private TableDays(Rules rules) {
        this.rules = rules;
    }

    /** The first day, and those after it. */
    static List<LocalDate> of(Rules rules, String term, LocalDate first) {
        var all = new TableDays(rules);
        all.days.add(first);
        Objects.requireNonNull(rules.rows().get(term), term).forEach(all::collect);
        return List.copyOf(all.days.tailSet(first));
    }

    private void collect(Node node) {
        switch (node) {
            case Node.Setting setting ->
                rules.parameters().stream()
                        .filter(one -> one.id().equals(setting.id()))
                        .flatMap(one -> one.values().stream())
                        .forEach(value -> days.add(value.from()));
            case Node.Listed listed ->
                rules.lists().get(listed.slot()).values().forEach(value -> days.add(value.from()));
            case Node.Term term -> collect(rules.terms().get(term.slot()));
            case Node.Constant(Type.Calendar _, long day, var _) -> {
                days.add(LocalDate.ofEpochDay(day));
                days.add(LocalDate.ofEpochDay(day + 1));
            }
            default -> {}
        }
        node.parts().forEach(this::collect);
    }
}
