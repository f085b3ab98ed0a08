package org.zhongchuang.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Scope;
import org.zhongchuang.engine.formula.Type;

/** What the formulas of a pack can name. */
record Vocabulary(Map<String, Fact> facts, Map<String, Parameter> parameters, Map<String, CodeList> lists) {

    /** The same for the formulas of one programme; the codes of choices go into {@code codes}. */
    Scope scope(Codes codes) {
        var factTypes = new HashMap<String, Type>();
        facts.values().forEach(fact -> {
            factTypes.put(fact.id(), fact.type());
            intern(fact, codes);
        });
        var parameterTypes = new HashMap<String, Type>();
        parameters
                .values()
                .forEach(one -> parameterTypes.put(
                        one.id(), Type.quantity(one.unit(), one.unit().decimals())));
        var listed = new HashMap<String, List<String>>();
        lists.values().forEach(list -> listed.put(list.id(), list.everyCode()));
        return new Scope(factTypes, parameterTypes, listed, codes);
    }

    private static void intern(Fact fact, Codes codes) {
        fact.options().forEach(option -> codes.of(option.code()));
        fact.fields().forEach(field -> intern(field, codes));
    }
}
