package org.zhongchuang.engine.formula;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula.Operator;

/** The types of numbers: units multiply, only like units add, decimals are aligned, percentages shift the point. */
final class Quantities {

    /** 18 decimals still leave a digit in a {@code long}. */
    private static final int MOST_DECIMALS = 18;

    /** What can be added to a day. */
    private static final Map<Dimension, Node.DateFunction> PERIODS = Map.of(
            Unit.YEARS.dimension(), Node.DateFunction.PLUS_YEARS,
            Unit.MONTHS.dimension(), Node.DateFunction.PLUS_MONTHS,
            Unit.DAYS.dimension(), Node.DateFunction.PLUS_DAYS,
            Unit.WORKING_DAYS.dimension(), Node.DateFunction.PLUS_WORKING_DAYS);

    /** What to write where a plain whole number is needed; a span of time with its unit is added to a day as it is. */
    static FormulaProblem notPlain(Span span, @Nullable Dimension dimension) {
        return dimension != null && PERIODS.containsKey(dimension)
                ? new FormulaProblem(
                        span,
                        "这里须是没有单位的整数；带单位的年数、月数、天数直接加在日期上，例如 founded + limit",
                        "a plain whole number is needed here; years, months and days with their unit are added to a day as they are, such as founded + limit")
                : new FormulaProblem(span, "这里须是没有单位的整数", "a plain whole number is needed here");
    }

    private final Typing typing;

    Quantities(Typing typing) {
        this.typing = typing;
    }

    /** A number and what it is made of. */
    record Measured(Node node, @Nullable Dimension dimension, int decimals) {

        boolean isPercent() {
            return dimension != null && dimension.isPercent();
        }
    }

    static Type plain() {
        return new Type.Quantity(Dimension.PLAIN, 0);
    }

    /** A count: a whole number that fits any unit. */
    static Type anyWhole() {
        return new Type.Quantity(null, 0);
    }

    static Node literal(Formula.Literal literal) {
        var decimals = literal.value().scale();
        if (decimals > MOST_DECIMALS) {
            throw new FormulaProblem(literal.span(), "最多 %d 位小数", "at most %d decimals", MOST_DECIMALS);
        }
        try {
            var type = new Type.Quantity(literal.percent() ? Unit.PERCENT.dimension() : null, decimals);
            return new Node.Constant(type, Exact.scaled(literal.value(), decimals), literal.span());
        } catch (ArithmeticException _) {
            throw new FormulaProblem(literal.span(), "这个数太大", "this number is too large");
        }
    }

    private Measured number(Formula formula) {
        var node = typing.demand(formula, Type.Quantity.class, Said.NUMBER);
        return number(node);
    }

    static Measured number(Node node) {
        if (node.type() instanceof Type.Quantity(var dimension, var decimals)) {
            return new Measured(node, dimension, decimals);
        }
        throw FormulaProblem.needed(node.span(), Said.NUMBER, node.type());
    }

    /** The node at that dimension and scale; a written number takes the unit of the other side. */
    static Node widened(Node node, @Nullable Dimension dimension, int decimals) {
        var type = new Type.Quantity(dimension, decimals);
        if (node.type().equals(type)) {
            return node;
        }
        var lift = node.type() instanceof Type.Quantity from ? decimals - from.decimals() : 0;
        if (node instanceof Node.Constant constant) {
            try {
                return new Node.Constant(
                        type, Math.multiplyExact(constant.value(), Exact.power(lift)), constant.span());
            } catch (ArithmeticException _) {
                throw new FormulaProblem(constant.span(), "这个数太大", "this number is too large");
            }
        }
        return new Node.Widened(type, node, Exact.power(lift), node.span());
    }

    /** The numbers with one unit and one scale. */
    List<Node> alike(List<Node> nodes, Span span, Said act) {
        var numbers =
                TenThousands.together(nodes.stream().map(Quantities::number).toList());
        Dimension common = null;
        var decimals = 0;
        for (var number : numbers) {
            decimals = Math.max(decimals, number.decimals());
            if (common == null) {
                common = number.dimension();
            } else if (number.dimension() != null && !number.dimension().equals(common)) {
                throw FormulaProblem.apart(
                        span, common.said(), number.dimension().said(), act);
            }
        }
        var unit = common;
        var scale = decimals;
        return numbers.stream().map(one -> widened(one.node(), unit, scale)).toList();
    }

    Node sum(Formula.Calculate sum) {
        var left = typing.node(sum.left());
        var right = typing.node(sum.right());
        var minus = sum.by() == Operator.MINUS;
        if (left.type() instanceof Type.Calendar) {
            return onCalendar(left, right, minus, sum.span());
        }
        var same = alike(List.of(left, right), sum.span(), new Said("相加减", "add"));
        return new Node.Sum(same.getFirst().type(), same.getFirst(), same.getLast(), minus, sum.span());
    }

    /** A day plus a period, or the days between two days. */
    private static Node onCalendar(Node day, Node other, boolean minus, Span span) {
        if (other.type() instanceof Type.Calendar && minus) {
            return new Node.Sum(Type.quantity(Unit.DAYS, 0), day, other, true, span);
        }
        if (other.type() instanceof Type.Quantity(var dimension, var decimals) && dimension != null && decimals == 0) {
            var function = PERIODS.get(dimension);
            if (function != null) {
                var zero = new Node.Constant(other.type(), 0, other.span());
                var period = minus ? new Node.Sum(other.type(), zero, other, true, other.span()) : other;
                return Typing.dated(function, Typing.DAY, List.of(day, period), span);
            }
        }
        throw new FormulaProblem(
                span,
                "日期只能加减 days(…)、working_days(…)、months(…) 或 years(…)，不能是%s",
                "to a day only days(…), working_days(…), months(…) or years(…) add, not %s",
                other.type().said());
    }

    Node product(Formula.Calculate product) {
        var sides = TenThousands.beside(number(product.left()), number(product.right()));
        var left = sides.getFirst();
        var right = sides.getLast();
        var decimals = left.decimals() + right.decimals();
        Dimension dimension;
        if (left.isPercent() && right.isPercent()) {
            dimension = left.dimension();
            decimals += 2;
        } else if (left.isPercent() || right.isPercent()) {
            var percent = left.isPercent() ? left : right;
            var other = left.isPercent() ? right : left;
            if (other.dimension() == null || other.dimension().powers().isEmpty()) {
                dimension = percent.dimension();
            } else {
                dimension = other.dimension();
                decimals += 2;
            }
        } else {
            dimension = left.dimension() == null
                    ? right.dimension()
                    : right.dimension() == null
                            ? left.dimension()
                            : left.dimension().times(right.dimension(), 1);
        }
        demandRoom(decimals, product.span());
        return new Node.Product(new Type.Quantity(dimension, decimals), left.node(), right.node(), product.span());
    }

    static void demandRoom(int decimals, Span span) {
        if (decimals > MOST_DECIMALS) {
            throw new FormulaProblem(
                    span, "小数会有 %d 位；中间先取整", "this would carry %d decimals; round in between", decimals);
        }
    }

    Node round(Formula.Call call) {
        var of = number(call.arguments().getFirst());
        var decimals = decimals(call.arguments().get(1));
        var rounding = Rounding.named(call.arguments().get(2));
        if (decimals >= of.decimals()) {
            return widened(of.node(), of.dimension(), decimals);
        }
        return new Node.Rounded(
                new Type.Quantity(of.dimension(), decimals),
                of.node(),
                Exact.power(of.decimals() - decimals),
                rounding,
                call.span());
    }

    private static int decimals(Formula formula) {
        if (formula instanceof Formula.Literal literal
                && !literal.percent()
                && literal.value().scale() <= 0
                && literal.value().compareTo(java.math.BigDecimal.valueOf(9)) <= 0) {
            return literal.value().intValue();
        }
        throw new FormulaProblem(formula.span(), "这里须写小数位数，0 到 9", "a number of decimals from 0 to 9 is needed here");
    }

    /** Percentages divide as they are said: a percentage by a percentage is a plain number. */
    Node divide(Formula.Call call) {
        var of = call.arguments();
        var parts = TenThousands.beside(number(of.getFirst()), number(of.get(1)));
        var dividend = parts.getFirst();
        var divisor = parts.getLast();
        var decimals = decimals(of.get(2));
        var rounding = Rounding.named(of.get(3));
        Dimension dimension;
        if (divisor.dimension() == null) {
            dimension = dividend.dimension();
        } else if (dividend.dimension() == null) {
            dimension = Dimension.PLAIN.times(divisor.dimension(), -1);
        } else {
            dimension = dividend.dimension().times(divisor.dimension(), -1);
        }
        // decimals of the result + decimals of the divisor - decimals of the dividend
        var lift = decimals + divisor.decimals() - dividend.decimals();
        demandRoom(Math.abs(lift), call.span());
        var whenZero = number(of.get(4));
        if (whenZero.decimals() > decimals
                || (whenZero.dimension() != null && !whenZero.dimension().equals(dimension))) {
            throw new FormulaProblem(
                    of.get(4).span(),
                    "除数为 0 时的值，单位和小数位数须与商相同",
                    "the value for a divisor of 0 must have the unit and decimals of the quotient");
        }
        return new Node.Quotient(
                new Type.Quantity(dimension, decimals),
                dividend.node(),
                Exact.power(Math.max(lift, 0)),
                divisor.node(),
                Exact.power(Math.max(-lift, 0)),
                rounding,
                widened(whenZero.node(), dimension, decimals),
                call.span());
    }

    Node extreme(List<Node> nodes, boolean least, Span span) {
        var same = nodes.stream().allMatch(node -> node.type() instanceof Type.Calendar)
                ? nodes
                : alike(nodes, span, Typing.COMPARE);
        return new Node.Extreme(same.getFirst().type(), least, same, span);
    }
}
