package org.zhongchuang.grants.recognition;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;

/** A request for a change is where the recognised makerspace is. */
@Component
class ChangeKeeper implements Keeper {

    private final JdbcClient jdbc;

    ChangeKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.CHANGE);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return Typed.id(id)
                .flatMap(uuid -> jdbc.sql("""
                                select r.area, r.operator
                                  from recognition.change c join recognition.recognised_space r on r.code = c.code where c.id = :id
                                """)
                        .param("id", uuid)
                        .query((row, _) ->
                                Whereabouts.in(row.getString("area")).ownedBy(row.getObject("operator", UUID.class)))
                        .optional());
    }
}
