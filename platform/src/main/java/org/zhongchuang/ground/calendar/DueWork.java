package org.zhongchuang.ground.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/**
 * Something that happens because time has passed. Done every minute, on one node at a time, and on each day that a
 * demonstration clock moves over. One work that fails stops no other.
 */
public interface DueWork {

    /** What this work is called and does. */
    About about();

    /**
     * Does whatever is due by now, in transactions of its own; doing it twice does it once.
     *
     * @throws Waits if it cannot be done until an authority has done something; that is no failure
     */
    void settle();

    /** The next day on which there will be something to do. */
    Optional<LocalDate> nextDue();

    /**
     * Whether it goes through all there is and looks for what has gone wrong. How often it looks changes nothing of
     * what it finds in the end, so a history that is played in a minute has it done once a month.
     */
    default boolean isLook() {
        return false;
    }

    /**
     * A work as its administrators read of it.
     *
     * @param id what it is called in tables and figures, in small letters with hyphens; never changed
     * @param does what comes of it, in one sentence
     */
    record About(String id, Text name, Text does) {}
}
