package org.zhongchuang.engine.formula;

import java.util.List;

/**
 * The codes of a list by the day from which they hold.
 *
 * @param days its values are the numbers of the sets
 */
public record Listing(Timeline days, List<CodeSet> sets) {

    public Listing {
        sets = List.copyOf(sets);
    }

    /** The codes in force on that day, or -1; open ones count only in a demonstration. */
    public int at(long day, boolean demonstration) {
        return days.at(day, demonstration);
    }

    /** Whether the text is a code of that set, or with {@code begins} begins with one. */
    public boolean holds(int set, String text, boolean begins) {
        return begins ? sets.get(set).begins(text) : sets.get(set).holds(text);
    }
}
