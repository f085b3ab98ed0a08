package org.zhongchuang.outside.city;

/** What goes on in the second year of the demonstration, one matter each; told in the order of the beans. */
public interface LaterChapter {

    /** Plans it on the day on which the first year ends. */
    void plan(Turns turns, long seed);
}
