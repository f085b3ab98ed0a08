package org.zhongchuang.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing passwords from one address. */
class SignInThrottleTests {

    private static final Instant START = Instant.parse("2017-03-15T01:00:00Z");

    private Instant now = START;
    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void thirtyFailuresBlockAnAddressAndNoOther() {
        fail(29);
        assertThat(throttle.isBlocked("a")).isFalse();

        fail(1);

        assertThat(throttle.isBlocked("a")).isTrue();
        assertThat(throttle.isBlocked("b")).isFalse();
    }

    @Test
    void aBlockEndsAfterAQuarterOfAnHour() {
        fail(30);

        now = START.plus(Duration.ofMinutes(15));
        assertThat(throttle.isBlocked("a")).isTrue();
        now = START.plus(Duration.ofMinutes(15)).plusMillis(1);
        assertThat(throttle.isBlocked("a")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("a");
        }
    }
}
