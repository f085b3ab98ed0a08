package org.zhongchuang.outside.city;

/** What goes on mostly in the second year of the demonstration, one matter each; told in the order of the beans. */
public interface LaterChapter {

    /** Tells what of it belongs to the first year, on the day on which that ends. */
    default void tell() {}

    /** Plans it on the day on which the first year ends. */
    void plan(Turns turns, long seed);
}
