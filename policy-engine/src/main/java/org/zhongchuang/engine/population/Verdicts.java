package org.zhongchuang.engine.population;

/**
 * What came of judging a population.
 *
 * @param outcome for each subject {@link #GRANTED}, {@link #REFUSED}, {@link #UNDECIDED} or {@link #TOO_LARGE}
 * @param amount for each subject in fen; 0 where refused or undecided, unless it is owed either way
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Verdicts(byte[] outcome, long[] amount) {

    public static final byte GRANTED = 0;
    public static final byte REFUSED = 1;
    public static final byte UNDECIDED = 2;
    /** A number of this subject does not fit: an error of its data. */
    public static final byte TOO_LARGE = 3;
}
