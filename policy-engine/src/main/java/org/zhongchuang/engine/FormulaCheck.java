package org.zhongchuang.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives a formula its type before it runs: every name exists, only like units meet, conditions are conditions. */
final class FormulaCheck {

    /** What a formula yields. */
    private sealed interface Type {
        record Condition() implements Type {}

        /** A number; {@code unit} NONE for a written number, which fits any unit. */
        record Quantity(Unit unit) implements Type {}
    }

    private final Map<String, Fact> facts;
    private final Map<String, Parameter> parameters;
    private final Set<String> names = new HashSet<>();

    FormulaCheck(Map<String, Fact> facts, Map<String, Parameter> parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    /** Checks that the formula is a condition and returns the names it uses. */
    Set<String> condition(Formula formula) {
        demandCondition(formula);
        return Set.copyOf(names);
    }

    private void demandCondition(Formula formula) {
        if (!(typeOf(formula) instanceof Type.Condition)) {
            throw new FormulaProblem("a condition is needed; compare the number with something, such as desks >= 30");
        }
    }

    private Unit unitOf(Formula formula) {
        if (typeOf(formula) instanceof Type.Quantity(var unit)) {
            return unit;
        }
        throw new FormulaProblem("a number is needed where a condition stands");
    }

    private Type typeOf(Formula formula) {
        return switch (formula) {
            case Formula.Literal _ -> new Type.Quantity(Unit.NONE);
            case Formula.Name(var id) -> typeOfName(id);
            case Formula.Compare compare -> {
                common(compare.left(), compare.right(), "compare");
                yield new Type.Condition();
            }
            case Formula.Sum sum -> new Type.Quantity(common(sum.left(), sum.right(), "add"));
            case Formula.Product(var left, var right) -> product(unitOf(left), unitOf(right));
            case Formula.Not(var of) -> {
                demandCondition(of);
                yield new Type.Condition();
            }
            case Formula.All(var of) -> {
                of.forEach(this::demandCondition);
                yield new Type.Condition();
            }
            case Formula.Any(var of) -> {
                of.forEach(this::demandCondition);
                yield new Type.Condition();
            }
        };
    }

    private Type typeOfName(String id) {
        names.add(id);
        var fact = facts.get(id);
        if (fact != null) {
            return switch (fact.kind()) {
                case NUMBER -> new Type.Quantity(fact.unit());
                case YES_NO -> new Type.Condition();
            };
        }
        var parameter = parameters.get(id);
        if (parameter != null) {
            return new Type.Quantity(parameter.unit());
        }
        throw new FormulaProblem("\"" + id + "\" is neither a fact nor a parameter of this pack");
    }

    private Unit common(Formula left, Formula right, String act) {
        var one = unitOf(left);
        var other = unitOf(right);
        if (one == other || other == Unit.NONE) {
            return one;
        }
        if (one == Unit.NONE) {
            return other;
        }
        throw new FormulaProblem(
                "%s and %s do not %s".formatted(one.label().zh(), other.label().zh(), act));
    }

    private static Type product(Unit one, Unit other) {
        if (one != Unit.NONE && other != Unit.NONE) {
            throw new FormulaProblem("multiply a quantity by a plain number, not by another quantity");
        }
        return new Type.Quantity(one == Unit.NONE ? other : one);
    }
}
