package org.zhongchuang.ground.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Moves the clock of a demonstration; everything that falls due on the way happens. */
@Service
public class DemonstrationTime {

    private final CityClock clock;
    private final SharedClock shared;
    private final DueWorks works;

    DemonstrationTime(CityClock clock, SharedClock shared, DueWorks works) {
        this.clock = clock;
        this.shared = shared;
        this.works = works;
    }

    /** Whether the clock of this demonstration was ever set. */
    public boolean isSet() {
        return shared.isSet();
    }

    /** Takes up the clock where it stood, or sets it for the first time. */
    public void begin(Instant first) {
        shared.begin(first);
    }

    /** Moves on to nine in the morning of that day, day by day, doing what falls due on each. Never backwards. */
    public synchronized void pushTo(LocalDate day) {
        var today = LocalDate.now(clock);
        while (today.isBefore(day)) {
            today = today.plusDays(1);
            setTo(today, LocalTime.of(9, 0));
            works.settle();
        }
        remember();
    }

    /**
     * Moves on to nine in the morning of that day and does, once, what has fallen due by then: for a history on whose
     * days between nobody works. The clock is not written down before {@link #remember}.
     *
     * @param looks whether all there is is looked through as well
     */
    public synchronized void passTo(LocalDate day, boolean looks) {
        if (LocalDate.now(clock).isBefore(day)) {
            setTo(day, LocalTime.of(9, 0));
            works.settle(looks);
        }
    }

    /** Sets the hour of a day without settling anything: for the history that is played before anybody looks. */
    public void setTo(LocalDate day, LocalTime time) {
        clock.set(day.atTime(time).atZone(CityClock.ZONE).toInstant());
    }

    /** The nearest day on which something falls due. */
    public Optional<LocalDate> nextDue() {
        return works.nextDue();
    }

    public void remember() {
        shared.write();
    }
}
