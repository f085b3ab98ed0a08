package org.zhongchuang.ledger;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhongchuang.access.Keeper;
import org.zhongchuang.access.Thing;
import org.zhongchuang.access.Whereabouts;
import org.zhongchuang.policy.Policies;

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
                .map(area -> Whereabouts.ofTheCity().paidBy(area.code()));
    }
}
