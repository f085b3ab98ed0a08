package org.zhongchuang.ground.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/**
 * How a work has gone, in real time: a demonstration clock does not push it.
 *
 * @param lastRun when it was last done or tried; empty before the first time
 * @param took how long that was
 * @param node the machine that did it
 * @param failures how many times in a row it has failed; 0 when the last time went well
 * @param failure what went wrong the last time something did
 * @param waits what it waits for
 * @param next when it is done again; empty where no node does the minute's work
 */
public record WorkState(
        DueWork.About about,
        Optional<Instant> lastRun,
        Duration took,
        String node,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        int failures,
        String failure,
        Optional<Wait> waits,
        Optional<Instant> next) {

    /** How often a work may fail in a row before somebody has to look. */
    public static final int MANY_FAILURES = 3;

    /** What a work waits for, since when, and where it can be put right. */
    public record Wait(Instant since, Text missing, String address) {}

    /** One time that it went wrong. */
    public record Failure(String work, Instant at, String message, String node) {}

    public boolean keepsFailing() {
        return failures >= MANY_FAILURES;
    }
}
