package org.zhongchuang.ground.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the demonstration clock stands for all nodes: pushed on one, it moves on the others within a second. */
@Component
@EnableScheduling
public class SharedClock {

    private final CityClock clock;
    private final JdbcClient jdbc;
    private @Nullable Instant known;

    SharedClock(CityClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Whether it was ever set. */
    boolean isSet() {
        return read() != null;
    }

    /** Takes up the clock where it stands, or sets it for the first time. */
    synchronized void begin(Instant first) {
        var stands = read();
        if (stands == null) {
            clock.set(first);
            write();
        } else {
            clock.set(stands);
            known = stands;
        }
    }

    /** Tells the other nodes how late it is here. */
    synchronized void write() {
        var now = clock.instant();
        jdbc.sql("""
                        insert into calendar.demonstration_clock (stands_at) values (:now)
                        on conflict (only_row) do update set stands_at = excluded.stands_at
                        """).param("now", Timestamp.from(now)).update();
        known = now;
    }

    /**
     * Moves to where another node has pushed the clock since. Not while this node writes: what it has just written
     * would be taken for another's, and set the clock back if it has moved on meanwhile.
     */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    public synchronized void follow() {
        if (clock.isDemonstration()) {
            var stands = read();
            if (stands != null && !stands.equals(known)) {
                known = stands;
                clock.set(stands);
            }
        }
    }

    private @Nullable Instant read() {
        return jdbc.sql("select stands_at from calendar.demonstration_clock")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
