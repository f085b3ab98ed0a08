package org.zhongchuang.engine.formula;

import java.util.ArrayList;
import java.util.Objects;

/** Gives a table its types: a chain of choices. */
final class Tables {

    private final Typing typing;

    Tables(Typing typing) {
        this.typing = typing;
    }

    /** Without {@code otherwise} its last row stands for the rest, which the check proves. */
    Node node(Formula.Table table) {
        var values = new ArrayList<Node>();
        table.rows().forEach(row -> values.add(typing.node(row.is())));
        if (table.otherwise() != null) {
            values.add(typing.node(table.otherwise()));
        }
        var same = typing.same(values, table.span());
        var rest = same.getLast();
        var conditional = table.otherwise() == null
                ? table.rows().size() - 1
                : table.rows().size();
        if (table.otherwise() == null) {
            typing.demandCondition(table.rows().getLast().when());
        }
        for (int i = conditional - 1; i >= 0; i--) {
            var when = typing.demandCondition(table.rows().get(i).when());
            rest = new Node.Choose(
                    Objects.requireNonNull(rest).type(),
                    when,
                    same.get(i),
                    rest,
                    table.rows().get(i).when().span());
        }
        return rest;
    }
}
