package org.zhongchuang.engine;

import java.util.Set;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Tallying;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Unit;

/** Looks for numbers of records that are compared with something that is no number of things: months, yuan, an area. */
final class CountCheck {

    private static final Set<Unit> NO_THINGS = Set.of(
            Unit.YUAN,
            Unit.SQUARE_METRES,
            Unit.PERCENT,
            Unit.DAYS,
            Unit.WORKING_DAYS,
            Unit.MONTHS,
            Unit.YEARS,
            Unit.YUAN_PER_PERSON,
            Unit.YUAN_PER_SQUARE_METRE,
            Unit.YUAN_PER_SQUARE_METRE_AND_MONTH,
            Unit.MU,
            Unit.YUAN_PER_MU,
            Unit.TEN_THOUSAND_YUAN,
            Unit.TEN_THOUSAND_YUAN_PER_MU,
            Unit.YUAN_PER_MACHINE,
            Unit.YUAN_PER_PATENT,
            Unit.PEOPLE_PER_SQUARE_METRE,
            Unit.SQUARE_METRES_PER_PERSON);

    private final Flaws flaws;

    CountCheck(Flaws flaws) {
        this.flaws = flaws;
    }

    void check(Where where, Node node) {
        if (node instanceof Node.Compare compare) {
            compare(where, compare);
        }
        node.parts().forEach(part -> check(where, part));
    }

    private void compare(Where where, Node.Compare compare) {
        if (isCount(compare.left()) || isCount(compare.right())) {
            NO_THINGS.stream()
                    .filter(unit -> compare.left().type().equals(Type.quantity(unit, 0))
                            || compare.left().type().equals(Type.quantity(unit, unit.decimals())))
                    .findFirst()
                    .ifPresent(unit -> flaws.warn(
                            where,
                            "记录的条数同单位为“%s”的数比较，请核对单位",
                            "a number of records is compared with %2$s; make sure of the unit",
                            unit.zh(),
                            unit.en()));
        }
    }

    private static boolean isCount(Node node) {
        return node instanceof Node.Widened widened
                ? isCount(widened.of())
                : node instanceof Node.Tally tally && tally.by() == Tallying.COUNT;
    }
}
