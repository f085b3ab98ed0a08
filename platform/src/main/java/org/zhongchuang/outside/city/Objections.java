package org.zhongchuang.outside.city;

/** What the public of the demonstration says to a notice, and what comes of it. */
public enum Objections {
    NONE,
    REJECTED,
    LEFT_OPEN
}
