package org.zhongchuang.money.ledger;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.law.policy.Policies;

/** The books of a treasury, by the code of its area. */
@Component
class BooksKeeper implements Keeper {

    private final Policies policies;

    BooksKeeper(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.BOOKS);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return policies.current().areas().stream()
                .filter(area -> area.code().equals(id))
                .findFirst()
                .map(area -> Whereabouts.ofTheCity().paidBy(Set.of(area.code())));
    }
}
