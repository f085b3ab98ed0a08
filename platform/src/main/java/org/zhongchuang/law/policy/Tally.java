package org.zhongchuang.law.policy;

import org.zhongchuang.engine.Fen;

/** What has come of a programme so far. */
public record Tally(long filed, long open, long granted, long refused, Fen promised, Fen paid) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, Fen.ZERO, Fen.ZERO);
}
