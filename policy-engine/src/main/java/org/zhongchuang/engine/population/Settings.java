package org.zhongchuang.engine.population;

import java.time.LocalDate;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Listing;
import org.zhongchuang.engine.formula.Lookups;
import org.zhongchuang.engine.formula.Timeline;

/** The parameters and lists of a programme on one day, by slot. */
public final class Settings {

    private final long[] value;
    private final Timeline[] timelines;
    private final Listing[] lists;
    /** By list, its codes on the day of the judgement; -1 where it has none. */
    private final int[] sets;

    private final boolean complete;
    private final long day;
    private final boolean demonstration;

    private Settings(Timeline[] timelines, Listing[] lists, long day, boolean demonstration) {
        this.timelines = timelines;
        this.lists = lists;
        this.day = day;
        this.demonstration = demonstration;
        this.value = new long[timelines.length];
        var all = true;
        for (int slot = 0; slot < timelines.length; slot++) {
            var index = timelines[slot].at(day, demonstration);
            all &= index >= 0;
            value[slot] = index < 0 ? 0 : timelines[slot].value()[index];
        }
        this.sets = new int[lists.length];
        for (int slot = 0; slot < lists.length; slot++) {
            sets[slot] = lists[slot].at(day, demonstration);
            all &= sets[slot] >= 0;
        }
        this.complete = all;
    }

    /**
     * The parameters of those rules on that day.
     *
     * @param demonstration whether values that no authority has set may stand in
     */
    public static Settings of(Rules rules, LocalDate on, boolean demonstration) {
        return new Settings(
                rules.timelines().toArray(Timeline[]::new),
                rules.listings().toArray(Listing[]::new),
                on.toEpochDay(),
                demonstration);
    }

    /** The value on the day of the judgement, for generated code, which runs only where each has one. */
    public long value(int slot) {
        return value[slot];
    }

    /** The value on another day. */
    public long at(int slot, long on) {
        var index = timelines[slot].at(on, demonstration);
        if (index < 0) {
            throw new ArithmeticException("no value on that day");
        }
        return timelines[slot].value()[index];
    }

    /** Whether the text of a code is in a list on the day of the judgement: 1 or 0. */
    public long listed(Columns columns, int slot, long code, boolean begins) {
        return holds(columns, slot, sets[slot], code, begins);
    }

    /** The same on another day. */
    public long listed(Columns columns, int slot, long code, boolean begins, long on) {
        return holds(columns, slot, lists[slot].at(on, demonstration), code, begins);
    }

    private long holds(Columns columns, int slot, int set, long code, boolean begins) {
        if (set < 0) {
            throw new ArithmeticException("no codes on that day");
        }
        return lists[slot].holds(set, columns.codes().textOf(code), begins) ? 1 : 0;
    }

    public long day() {
        return day;
    }

    boolean isComplete() {
        return complete;
    }

    Lookups lookups(Codes codes) {
        return new Lookups(timelines, lists, codes);
    }

    boolean isDemonstration() {
        return demonstration;
    }
}
