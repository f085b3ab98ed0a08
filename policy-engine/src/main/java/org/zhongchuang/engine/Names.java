package org.zhongchuang.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a formula uses, in the order in which they are written. */
final class Names {

    private Names() {}

    static Set<String> in(Formula formula) {
        var names = new LinkedHashSet<String>();
        collect(formula, names);
        return names;
    }

    private static void collect(Formula formula, Set<String> names) {
        switch (formula) {
            case Formula.Name(var id) -> names.add(id);
            case Formula.Literal _ -> {}
            case Formula.Compare compare ->
                List.of(compare.left(), compare.right()).forEach(part -> collect(part, names));
            case Formula.Sum sum -> List.of(sum.left(), sum.right()).forEach(part -> collect(part, names));
            case Formula.Product(var left, var right) -> List.of(left, right).forEach(part -> collect(part, names));
            case Formula.Not(var of) -> collect(of, names);
            case Formula.All(var of) -> of.forEach(part -> collect(part, names));
            case Formula.Any(var of) -> of.forEach(part -> collect(part, names));
        }
    }
}
