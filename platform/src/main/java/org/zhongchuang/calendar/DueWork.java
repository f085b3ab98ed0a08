package org.zhongchuang.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happens because time has passed. Asked every minute, and on each day that a demonstration clock moves
 * over.
 */
public interface DueWork {

    /** Does whatever is due by now; doing it twice does it once. */
    void settle();

    /** The next day on which there will be something to do. */
    Optional<LocalDate> nextDue();
}
