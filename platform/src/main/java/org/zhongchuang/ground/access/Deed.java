package org.zhongchuang.ground.access;

/** What somebody wants with a thing. */
public enum Deed {
    /** To read it, and what belongs to it. */
    SEE,
    /** What its owner does with it: write, file, answer, appeal, spend. */
    KEEP,
    /** What an office does with it on its way: accept, examine, score, confirm, claim back. */
    HANDLE,
    /** What ends it and takes another office than the one that handles it: approve, publish, collect, withdraw. */
    SETTLE
}
