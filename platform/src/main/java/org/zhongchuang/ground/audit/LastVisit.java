package org.zhongchuang.ground.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;

/** When somebody was here before the present visit. */
@Component
public class LastVisit {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration ONE_VISIT = Duration.ofHours(1);
    private static final int LOOKED_AT = 20;

    private final RecentSignIns signIns;
    private final Clock clock;

    LastVisit(RecentSignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /**
     * The last sign-in that was more than an hour before the latest one; thirty days ago where there is none, or none
     * since then.
     */
    public Instant before(Actor actor) {
        var ways = signIns.of(actor, LOOKED_AT).stream()
                .filter(RecentSignIns.SignIn::succeeded)
                .map(one -> one.act().at())
                .toList();
        var longest = clock.instant().minus(LONGEST);
        return ways.stream()
                .filter(at -> at.isBefore(ways.getFirst().minus(ONE_VISIT)))
                .filter(longest::isBefore)
                .findFirst()
                .orElse(longest);
    }
}
