package org.zhongchuang.engine.population;

import java.time.LocalDate;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.formula.Timeline;

/** The parameters of a programme on one day, by slot. */
public final class Settings {

    private final long[] value;
    private final Timeline[] timelines;
    private final boolean complete;
    private final long day;
    private final boolean demonstration;

    private Settings(Timeline[] timelines, long day, boolean demonstration) {
        this.timelines = timelines;
        this.day = day;
        this.demonstration = demonstration;
        this.value = new long[timelines.length];
        var all = true;
        for (int slot = 0; slot < timelines.length; slot++) {
            var index = timelines[slot].at(day, demonstration);
            all &= index >= 0;
            value[slot] = index < 0 ? 0 : timelines[slot].value()[index];
        }
        this.complete = all;
    }

    /**
     * The parameters of those rules on that day.
     *
     * @param demonstration whether values that no authority has set may stand in
     */
    public static Settings of(Rules rules, LocalDate on, boolean demonstration) {
        return new Settings(rules.timelines().toArray(Timeline[]::new), on.toEpochDay(), demonstration);
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

    public long day() {
        return day;
    }

    boolean isComplete() {
        return complete;
    }

    Timeline[] timelines() {
        return timelines;
    }

    boolean isDemonstration() {
        return demonstration;
    }
}
