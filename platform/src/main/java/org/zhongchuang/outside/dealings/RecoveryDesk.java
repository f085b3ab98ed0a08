package org.zhongchuang.outside.dealings;

import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.recovery.Claims;
import org.zhongchuang.money.recovery.Offsets;
import org.zhongchuang.money.recovery.ProposeRecovery;
import org.zhongchuang.money.recovery.Recoveries;
import org.zhongchuang.outside.city.Cast;

/** What taking money back takes: the real use cases, nothing else. */
@Component
record RecoveryDesk(
        ProposeRecovery propose, Recoveries recoveries, Offsets offsets, Claims claims, Awards awards, Cast cast) {

    /** Who takes the money in for the treasury that paid. */
    Actor treasurer(String payer) {
        return cast.treasurer(payer);
    }
}
