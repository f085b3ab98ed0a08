package org.zhongchuang.law.policy;

/** What has come of a programme so far; sums in fen. */
public record Tally(long filed, long open, long granted, long refused, long promised, long paid) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);
}
