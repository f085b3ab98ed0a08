package org.zhongchuang.procedure.amendment;

import java.util.Comparator;
import java.util.List;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;

/** The order in which the document itself speaks of things; its numerals 一, 二, 三, 四 sort otherwise as characters. */
public final class DocumentOrder {

    private DocumentOrder() {}

    /** Parameters by the item they belong to, those of one item by their names. */
    public static Comparator<Parameter> ofParameters(PolicyPack pack) {
        var items = pack.items().stream().map(Item::id).toList();
        return Comparator.comparingInt((Parameter one) -> place(items, one.clause()))
                .thenComparing(Parameter::clause)
                .thenComparing(Parameter::id);
    }

    /** What no item of the document is named by comes last. */
    private static int place(List<String> items, String clause) {
        var at = items.indexOf(clause);
        return at < 0 ? items.size() : at;
    }
}
