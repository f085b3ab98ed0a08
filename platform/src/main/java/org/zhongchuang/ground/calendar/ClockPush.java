package org.zhongchuang.ground.calendar;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Somebody pushes the clock of the demonstration: a day at once, more of them day by day in the background, waited for
 * a few seconds, and one push at a time. The clock says where it is going meanwhile.
 */
@Service
public class ClockPush {

    private static final Logger log = LoggerFactory.getLogger(ClockPush.class);

    /** How long a push of more than a day is waited for, in seconds. */
    private static final long PATIENCE = 10;

    private final DemonstrationTime time;
    private final CityClock clock;
    private final AtomicBoolean pushing = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("clock-push").factory());
    private volatile boolean stops;

    ClockPush(DemonstrationTime time, CityClock clock) {
        this.time = time;
        this.clock = clock;
    }

    /** Moves on to that day; false while another push is under way. A day is over when this returns. */
    public boolean push(LocalDate day) {
        if (!pushing.compareAndSet(false, true)) {
            return false;
        }
        clock.headFor(day);
        if (day.isAfter(LocalDate.now(clock).plusDays(1))) {
            waitFor(background.submit(() -> dayByDay(day)));
        } else {
            dayByDay(day);
        }
        return true;
    }

    /** Most pushes are over in a few seconds, and whoever pushed is led straight back. */
    private static void waitFor(Future<?> push) {
        try {
            push.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            // The page that they are led to says how far it is.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void dayByDay(LocalDate day) {
        try {
            while (!stops && LocalDate.now(clock).isBefore(day)) {
                time.pushTo(LocalDate.now(clock).plusDays(1));
            }
        } catch (RuntimeException e) {
            log.error("演示时钟停住了 / the clock of the demonstration stopped at {}", LocalDate.now(clock), e);
        } finally {
            clock.headFor(null);
            pushing.set(false);
        }
    }

    @PreDestroy
    void stop() {
        stops = true;
        background.close();
    }
}
