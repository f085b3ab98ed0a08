package org.zhongchuang.engine.formula;

import java.util.List;
import org.zhongchuang.engine.formula.Quantities.Measured;

/** Money that is written in ten thousands (万元): beside money in yuan it is yuan too, exactly. */
final class TenThousands {

    private TenThousands() {}

    /** The number told in yuan: its point moves, and only where it has too few decimals is it multiplied. */
    static Node inYuan(Node node) {
        var number = Quantities.number(node);
        var dimension = number.dimension();
        if (dimension == null || !dimension.isInTenThousands()) {
            return node;
        }
        var decimals = number.decimals() - dimension.tens();
        Quantities.demandRoom(decimals, node.span());
        return new Node.Widened(
                new Type.Quantity(dimension.inYuan(), Math.max(decimals, 0)),
                node,
                Exact.power(Math.max(-decimals, 0)),
                node.span());
    }

    /** Two numbers that are multiplied or divided. */
    static List<Measured> beside(Measured one, Measured other) {
        return isInYuan(one) && isInTenThousands(other)
                ? List.of(one, Quantities.number(inYuan(other.node())))
                : isInTenThousands(one) && isInYuan(other)
                        ? List.of(Quantities.number(inYuan(one.node())), other)
                        : List.of(one, other);
    }

    /** Numbers that are added, compared or stand for one another. */
    static List<Measured> together(List<Measured> numbers) {
        if (numbers.stream().noneMatch(TenThousands::isInYuan)
                || numbers.stream().noneMatch(TenThousands::isInTenThousands)) {
            return numbers;
        }
        numbers.stream()
                .filter(one -> one.dimension() == null && !isZero(one.node()))
                .findFirst()
                .ifPresent(one -> {
                    throw new FormulaProblem(
                            one.node().span(),
                            "旁边既有元又有万元，看不出这个数是哪一种；写成参数",
                            "beside yuan and ten thousand yuan it cannot be seen which this number is; make it a parameter");
                });
        return numbers.stream()
                .map(one -> Quantities.number(inYuan(one.node())))
                .toList();
    }

    private static boolean isZero(Node node) {
        return node instanceof Node.Constant constant && constant.value() == 0;
    }

    private static boolean isInYuan(Measured one) {
        return one.dimension() != null && one.dimension().isInYuan();
    }

    private static boolean isInTenThousands(Measured one) {
        return one.dimension() != null && one.dimension().isInTenThousands();
    }
}
