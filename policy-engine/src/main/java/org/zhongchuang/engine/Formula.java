package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * A condition or a quantity over facts and parameters.
 *
 * <p>Total and small: no loops, no recursion, no user functions, so that its cost is its length. Numbers are exact
 * decimals. The syntax is near CEL and FEEL: {@code area_sqm >= minimum_area or desks >= minimum_desks}.
 */
public sealed interface Formula {

    /** A number written in the formula. */
    record Literal(BigDecimal value) implements Formula {}

    /** A fact or a parameter, by its id. */
    record Name(String id) implements Formula {}

    record Compare(Formula left, Comparison by, Formula right) implements Formula {}

    record Sum(Formula left, Formula right, boolean subtracted) implements Formula {}

    record Product(Formula left, Formula right) implements Formula {}

    record Not(Formula of) implements Formula {}

    /** Holds when every one holds. */
    record All(List<Formula> of) implements Formula {}

    /** Holds when one holds. */
    record Any(List<Formula> of) implements Formula {}

    /** How two numbers are compared. */
    enum Comparison {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE(">"),
        LESS("<"),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case LESS -> order < 0;
                case EQUAL -> order == 0;
            };
        }
    }

    /** Reads a formula. Throws {@link FormulaProblem} that names the column and what was expected. */
    static Formula parse(String source) {
        return new FormulaReader(source).read();
    }
}
