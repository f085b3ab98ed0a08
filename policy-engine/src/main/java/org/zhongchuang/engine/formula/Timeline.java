package org.zhongchuang.engine.formula;

/**
 * The values of a parameter by the day from which each holds.
 *
 * @param from days since 1970, ascending
 * @param value scaled to the parameter's unit
 * @param open whether no authority has set the value (演示参数)
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Timeline(long[] from, long[] value, boolean[] open) {

    /** The index of the value in force on that day, or -1; open values count only in a demonstration. */
    public int at(long day, boolean demonstration) {
        for (int i = from.length - 1; i >= 0; i--) {
            if (from[i] <= day) {
                return demonstration || !open[i] ? i : -1;
            }
        }
        return -1;
    }
}
