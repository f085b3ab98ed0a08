package org.zhongchuang.identity;

/** What came of proving who one is, by a password or a code. */
public enum Proof {
    RIGHT,
    WRONG,
    /** Too many wrong ones; none counts for a while. */
    WAIT
}
