package org.zhongchuang.engine.formula;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a formula yields. Every value is one {@code long}: 0 or 1, a scaled number, a day since 1970, a code. */
public sealed interface Type {

    record Condition() implements Type {}

    /**
     * A number.
     *
     * @param dimension null for a written number, which fits any unit
     * @param decimals how many decimal digits the {@code long} carries
     */
    record Quantity(@Nullable Dimension dimension, int decimals) implements Type {

        /** Whether it is an amount of money in yuan. */
        public boolean isMoney() {
            return Unit.YUAN.dimension().equals(dimension);
        }

        /** Its unit, {@link Unit#NONE} for a plain number or a product that has no name. */
        public Unit unit() {
            for (var unit : Unit.values()) {
                if (unit.dimension().equals(dimension)) {
                    return unit;
                }
            }
            return Unit.NONE;
        }
    }

    record Calendar() implements Type {}

    /**
     * A code or another text, held as its {@link Codes code}.
     *
     * @param options the codes allowed, empty where any text is
     */
    record Words(Set<String> options) implements Type {}

    /** Records with fields, such as the tenants of a space. */
    record Records(Map<String, Type> fields) implements Type {}

    static Type quantity(Unit unit, int decimals) {
        return new Quantity(unit.dimension(), decimals);
    }

    /** How it is said in a message. */
    default Said said() {
        return switch (this) {
            case Condition _ -> new Said("条件", "a condition");
            case Quantity quantity ->
                quantity.dimension() == null
                        ? Said.NUMBER
                        : quantity.dimension().said();
            case Calendar _ -> Said.DAY;
            case Words _ -> new Said("文字", "a text");
            case Records _ -> new Said("记录", "records");
        };
    }
}
