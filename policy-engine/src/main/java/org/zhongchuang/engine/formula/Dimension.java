package org.zhongchuang.engine.formula;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A unit as a product of powers, such as 元·人⁻¹.
 *
 * @param powers no zero among them
 */
record Dimension(Map<Unit, Integer> powers) {

    /** A number that counts nothing. */
    static final Dimension PLAIN = new Dimension(Map.of());

    static Dimension of(Unit unit) {
        return new Dimension(Map.of(unit, 1));
    }

    /** This times the other to the power given, 1 or -1. */
    Dimension times(Dimension other, int power) {
        var product = new EnumMap<Unit, Integer>(Unit.class);
        product.putAll(powers);
        other.powers.forEach((unit, one) -> {
            if (product.merge(unit, one * power, Integer::sum) == 0) {
                product.remove(unit);
            }
        });
        return new Dimension(Map.copyOf(product));
    }

    boolean isPercent() {
        return equals(of(Unit.PERCENT));
    }

    /** How it is said, for messages: 元, 元·平方米. */
    Said said() {
        for (var unit : Unit.values()) {
            if (unit != Unit.NONE && unit.dimension().equals(this)) {
                return Said.of(unit.zh());
            }
        }
        return powers.isEmpty()
                ? new Said("没有单位的数", "a plain number")
                : Said.of(powers.entrySet().stream()
                        .map(one -> one.getKey().zh() + (one.getValue() == 1 ? "" : "^" + one.getValue()))
                        .sorted()
                        .collect(Collectors.joining("·")));
    }
}
