package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sum of money, exact: a whole number of fen, of which a yuan has a hundred. It may be negative, as a cut of a budget
 * is. A sum that is too large to count is an {@link ArithmeticException}, never a wrong sum.
 */
public record Fen(long value) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    /** A whole number of yuan, such as a threshold of the policy. */
    public static Fen ofYuan(long yuan) {
        return new Fen(Math.multiplyExact(yuan, 100L));
    }

    /** A sum in yuan as people write it, with no part of a fen. */
    public static Optional<Fen> read(String text) {
        return WrittenNumber.read(text.replaceAll("[元¥￥]", ""))
                .filter(yuan ->
                        yuan.compareTo(MOST) < 0 && yuan.stripTrailingZeros().scale() <= 2)
                .map(yuan -> new Fen(yuan.movePointRight(2).longValueExact()));
    }

    public static Fen sum(Stream<Fen> sums) {
        return sums.reduce(ZERO, Fen::plus);
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(value, other.value));
    }

    public Fen minus(Fen other) {
        return new Fen(Math.subtractExact(value, other.value));
    }

    public Fen times(long number) {
        return new Fen(Math.multiplyExact(value, number));
    }

    public Fen negated() {
        return new Fen(Math.negateExact(value));
    }

    /**
     * The sum in as many parts as there are weights: each as large as its weight among all, rounded down to the fen,
     * but the last, which is the rest. Together they are the sum. The weights are not below zero, and one is above it.
     */
    public List<Fen> inProportion(List<BigDecimal> weights) {
        var all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new ArrayList<Fen>();
        var left = this;
        for (var weight : weights.subList(0, weights.size() - 1)) {
            var part = new Fen(BigDecimal.valueOf(value)
                    .multiply(weight)
                    .divide(all, 0, RoundingMode.FLOOR)
                    .longValueExact());
            parts.add(part);
            left = left.minus(part);
        }
        parts.add(left);
        return List.copyOf(parts);
    }

    public Fen max(Fen other) {
        return isLessThan(other) ? other : this;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isMoreThan(Fen other) {
        return value > other.value;
    }

    public boolean isLessThan(Fen other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    /** The sum in yuan, with two decimals. */
    public BigDecimal toYuan() {
        return BigDecimal.valueOf(value, 2);
    }

    /** The sum in yuan as forms, tables and files carry it, such as 1200.50. */
    public String yuan() {
        return toYuan().toPlainString();
    }

    /** The sum in ten thousands of yuan 万元, with six decimals. */
    public BigDecimal toTenThousands() {
        return BigDecimal.valueOf(value, 6);
    }

    /** The sum in the capital numerals of documents 人民币大写金额; not for sums below zero. */
    public String inWords() {
        return AmountInWords.of(this);
    }

    /** For people who look for a mistake; what is written to files is {@link #yuan()} or {@link #value()}. */
    @Override
    public String toString() {
        return yuan() + " yuan";
    }
}
