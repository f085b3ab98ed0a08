package org.zhongchuang.ground.access;

import java.time.Duration;

/** Something was done more often than it may be; told with how long to wait. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Limit limit;
    private final Duration wait;

    TooMany(Limit limit, Duration wait) {
        super(limit + ", wait " + wait.toSeconds() + " s", null, false, false);
        this.limit = limit;
        this.wait = wait;
    }

    public Limit limit() {
        return limit;
    }

    public Duration howLong() {
        return wait;
    }
}
