package org.zhongchuang.ground.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only source of time: the real one, or in a demonstration one that stands inside the policy's validity.
 *
 * <p>A demonstration clock goes on by seconds so that things happen one after the other, but never past the end of its
 * day: a new day begins only when somebody pushes it.
 */
public final class CityClock extends Clock {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Where a demonstration clock was set, and when in real time. */
    private record Setting(Instant to, Instant at) {}

    private final Clock real;
    private volatile @Nullable Setting setting;
    private volatile @Nullable LocalDate heading;

    CityClock(Clock real) {
        this.real = real;
    }

    /** Whether this clock can be pushed. */
    public boolean isDemonstration() {
        return setting != null;
    }

    /** The real time, which nobody pushes: for what machines do. */
    public Clock real() {
        return real;
    }

    /** The day to which a demonstration clock is being pushed; empty while it stands. */
    public Optional<LocalDate> heading() {
        return Optional.ofNullable(heading);
    }

    void headFor(@Nullable LocalDate day) {
        heading = day;
    }

    void set(Instant to) {
        setting = new Setting(to.truncatedTo(ChronoUnit.MILLIS), real.instant());
    }

    @Override
    public Instant instant() {
        var set = setting;
        if (set == null) {
            // The database keeps microseconds; what is shown must equal what is read back.
            return real.instant().truncatedTo(ChronoUnit.MICROS);
        }
        var runsTo = set.to().plus(Duration.between(set.at(), real.instant()));
        var midnight = set.to()
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZONE)
                .toInstant();
        return (runsTo.isBefore(midnight) ? runsTo : midnight.minusMillis(1)).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the city has one time zone");
    }
}
