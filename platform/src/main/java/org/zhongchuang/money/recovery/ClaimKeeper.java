package org.zhongchuang.money.recovery;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;

/** A claim is where the award is of which it takes money back. */
@Component
class ClaimKeeper implements Keeper {

    private final JdbcClient jdbc;

    ClaimKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.RECOVERY);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return Typed.id(id)
                .flatMap(uuid -> jdbc.sql("""
                                select w.organisation, w.area, w.payers
                                  from recovery.claim c join award.public_award w on w.id = c.award where c.id = :id
                                """)
                        .param("id", uuid)
                        .query((row, _) -> Whereabouts.in(row.getString("area"))
                                .ownedBy(row.getObject("organisation", UUID.class))
                                .paidBy(Set.of((String[]) row.getArray("payers").getArray())))
                        .optional());
    }
}
