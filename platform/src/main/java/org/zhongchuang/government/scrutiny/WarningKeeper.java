package org.zhongchuang.government.scrutiny;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Procedures;

/** A finding is where its case is; one without a case is the city's. */
@Component
class WarningKeeper implements Keeper {

    private final Procedures procedures;
    private final JdbcClient jdbc;

    WarningKeeper(Procedures procedures, JdbcClient jdbc) {
        this.procedures = procedures;
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.WARNING);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return Typed.id(id)
                .flatMap(uuid -> jdbc.sql("""
                                select c.area, coalesce(c.programme, '') programme, coalesce(c.edition, '') edition
                                  from scrutiny.warning w left join casework.public_case_file c on c.id = w.case_file where w.id = :id
                                """)
                        .param("id", uuid)
                        .query((row, _) -> Whereabouts.in(row.getString("area"))
                                .handledBy(
                                        procedures.offices(row.getString("programme"), row.getString("edition")),
                                        Optional.empty()))
                        .optional());
    }
}
