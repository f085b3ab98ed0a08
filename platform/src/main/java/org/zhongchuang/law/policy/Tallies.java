package org.zhongchuang.law.policy;

/** Asked for what has been decided under a programme; answered by whoever keeps the cases. */
public interface Tallies {

    Tally of(String programme);
}
