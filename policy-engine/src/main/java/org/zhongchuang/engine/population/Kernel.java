package org.zhongchuang.engine.population;

/** Generated code that judges subjects of whom everything is known. */
interface Kernel {

    /**
     * Judges the subjects from {@code from} to before {@code to}.
     *
     * @param base the subject whose verdict stands first in {@code outcome} and {@code amount}
     * @param outcome filled with {@link Verdicts#GRANTED} or {@link Verdicts#REFUSED}
     * @param amount filled with fen
     * @throws ArithmeticException where a number does not fit or a parameter has no value: that subject must be walked
     */
    void run(Columns columns, Settings settings, int from, int to, int base, byte[] outcome, long[] amount);
}
