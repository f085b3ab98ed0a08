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

    /** Whether there is money in it that is written in yuan, and not in ten thousands. */
    boolean isInYuan() {
        return powers.containsKey(Unit.YUAN);
    }

    /** Whether there is money in it that is written in ten thousands. */
    boolean isInTenThousands() {
        return powers.containsKey(Unit.TEN_THOUSAND_YUAN);
    }

    /** The same with money in yuan. */
    Dimension inYuan() {
        var power = powers.getOrDefault(Unit.TEN_THOUSAND_YUAN, 0);
        if (power == 0) {
            return this;
        }
        var product = this;
        for (int i = 0; i < Math.abs(power); i++) {
            product = product.times(of(Unit.TEN_THOUSAND_YUAN), -Integer.signum(power))
                    .times(of(Unit.YUAN), Integer.signum(power));
        }
        return product;
    }

    /** By how many places the point moves to the right where it is told in yuan. */
    int tens() {
        return Unit.TEN_THOUSAND_YUAN.tens() * powers.getOrDefault(Unit.TEN_THOUSAND_YUAN, 0);
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
