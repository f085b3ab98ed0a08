package org.zhongchuang.engine.formula;

import java.util.Arrays;
import java.util.Locale;

/** How the records of one fact are made one value; those that a filter leaves count. */
public enum Tallying {
    COUNT("count(records[condition])"),
    SUM("sum(records[condition].field)"),
    /** How many different values a field has. */
    DISTINCT("distinct(records[condition].field)"),
    /** The greatest number or the last day, or what stands for it where there are no records. */
    LARGEST("largest(records[condition].field, value_when_there_are_none)"),
    /** The least number or the first day, or what stands for it where there are no records. */
    SMALLEST("smallest(records[condition].field, value_when_there_are_none)"),
    /** The sum of so many of the greatest numbers. */
    BEST("best(records[condition].field, how_many)");

    /** So many pairs of an outer and an inner record are looked at for one subject, where tallies stand in tallies. */
    static final int MOST_PAIRS = 1_000_000;

    private final String example;

    Tallying(String example) {
        this.example = example;
    }

    String example() {
        return example;
    }

    /** The word by which formulas call it, and the name of what works it out below. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a second value follows the records. */
    boolean takesMore() {
        return this == LARGEST || this == SMALLEST || this == BEST;
    }

    /** Whether it is found while the records are gone through, and needs none of them kept. */
    public boolean isRunning() {
        return this == COUNT || this == SUM;
    }

    static boolean areTooMany(int outer, int inner) {
        return (long) outer * inner > MOST_PAIRS;
    }

    /** For generated code: throws {@link ArithmeticException} where the pairs are too many. */
    public static void demandFew(int outer, int inner) {
        if (areTooMany(outer, inner)) {
            throw new ArithmeticException("too many pairs of records");
        }
    }

    /** The sum of the first {@code count} values, in their order. */
    public static long sum(long[] values, int count) {
        var sum = 0L;
        for (int i = 0; i < count; i++) {
            sum = Math.addExact(sum, values[i]);
        }
        return sum;
    }

    /** How many different ones there are among the first {@code count} values, which are put in order. */
    public static long distinct(long[] values, int count) {
        Arrays.sort(values, 0, count);
        var different = 0L;
        for (int i = 0; i < count; i++) {
            different += i == 0 || values[i] != values[i - 1] ? 1 : 0;
        }
        return different;
    }

    /** The greatest of the first {@code count} values, of which there is at least one. */
    public static long largest(long[] values, int count) {
        var largest = values[0];
        for (int i = 1; i < count; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** The least of the first {@code count} values, of which there is at least one. */
    public static long smallest(long[] values, int count) {
        var smallest = values[0];
        for (int i = 1; i < count; i++) {
            smallest = Math.min(smallest, values[i]);
        }
        return smallest;
    }

    /** The sum of the {@code most} greatest of the first {@code count} values, which are put in order. */
    public static long best(long[] values, int count, long most) {
        Arrays.sort(values, 0, count);
        var sum = 0L;
        for (int i = count - 1; i >= Math.max(0, count - most); i--) {
            sum = Math.addExact(sum, values[i]);
        }
        return sum;
    }
}
