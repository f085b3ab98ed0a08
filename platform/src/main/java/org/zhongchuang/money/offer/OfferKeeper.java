package org.zhongchuang.money.offer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;

/** An offer belongs to whoever can apply for its subject. */
@Component
class OfferKeeper implements Keeper {

    private final JdbcClient jdbc;

    OfferKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.OFFER);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return Typed.id(id)
                .flatMap(uuid -> jdbc.sql("""
                                select s.area, s.account, p.operator,
                                       (select g.id from access.public_organisation g where g.credit_code = s.code) organisation
                                  from offer.offer o join registry.public_subject s on s.id = o.subject
                                  left join registry.public_space p on p.id = s.id where o.id = :id
                                """)
                        .param("id", uuid)
                        .query((row, _) -> Whereabouts.in(row.getString("area"))
                                .ownedBy(row.getObject("account", UUID.class))
                                .ownedBy(row.getObject("operator", UUID.class))
                                .ownedBy(row.getObject("organisation", UUID.class)))
                        .optional());
    }
}
