package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.engine.formula.Formula.Hit;

/**
 * A decision table: tiers, grades, cases.
 *
 * @param rows at least one
 * @param otherwise what holds where no row fits; without it the rows must leave no gap
 */
public record Table(Hit hit, List<Row> rows, @Nullable Formula otherwise) {

    public Table {
        rows = List.copyOf(rows);
    }

    public record Row(Formula when, Formula is) {}

    /** Row by row: {@code when → is; … ; otherwise → is}. */
    String written() {
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(text(row.when()) + " → " + text(row.is())));
        if (otherwise != null) {
            lines.add("otherwise → " + text(otherwise));
        }
        return String.join("; ", lines);
    }

    private static String text(Formula formula) {
        return formula.span().source().text().strip();
    }

    Formula formula() {
        return new Formula.Table(
                hit,
                rows.stream().map(row -> new Formula.Row(row.when(), row.is())).toList(),
                otherwise,
                rows.getFirst().when().span());
    }
}
