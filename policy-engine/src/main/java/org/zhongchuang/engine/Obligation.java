package org.zhongchuang.engine;

import java.util.List;

/**
 * Something that somebody must do by a day that the calendar tells.
 *
 * @param days the parameter with the number of working days
 * @param counting whether the first day counts
 */
public record Obligation(
        String id, String clause, Text title, List<Audience> who, After after, String days, Counting counting) {

    public Obligation {
        who = List.copyOf(who);
    }

    /** What the days are counted from. */
    public enum After {
        YEAR_END
    }

    public enum Counting {
        /** The day after the event is the first. */
        EXCLUSIVE,
        /** The day itself is the first, when it is a working day. */
        INCLUSIVE
    }
}
