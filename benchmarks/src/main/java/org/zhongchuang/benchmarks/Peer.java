package org.zhongchuang.benchmarks;

/** One engine. */
interface Peer {

    String name();

    /** How many firms it is given, so that a slow one ends. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Gets ready for those firms; not measured. */
    void prepare(Firms firms) throws Exception;

    /** Judges the first so many firms and returns fen by county. */
    long[] totals(int firms) throws Exception;
}
