package org.zhongchuang.outside.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.menu.ReadyPeople;

/** The operator of the recognised makerspace in which the demonstration's firm lives: it has tenants and records. */
@Component
record ReadyOperator(Claimants claimants, Clock clock) implements ReadyPeople {

    @Override
    public List<Actor> ready() {
        return claimants.recognisedBefore(LocalDate.now(clock)).stream()
                .limit(1)
                .map(space -> claimants.operatorOf(space.space()))
                .toList();
    }
}
