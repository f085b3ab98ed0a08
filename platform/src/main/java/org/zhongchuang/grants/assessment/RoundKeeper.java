package org.zhongchuang.grants.assessment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Where a yearly assessment is, by its year: it is the city's. What is assessed in it, by year and makerspace, is its
 * operator's of that year; the seats are with the experts who sit there.
 */
@Component
class RoundKeeper implements Keeper {

    private final JdbcClient jdbc;

    RoundKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.ROUND, Thing.ASSESSED, Thing.SEAT);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        var parts = id.split("\\|", -1);
        if (!parts[0].matches("[0-9]{4}")) {
            return Optional.empty();
        }
        var year = Integer.parseInt(parts[0]);
        return thing == Thing.ROUND
                ? jdbc.sql("select 1 from assessment.round where year = :year")
                        .param("year", year)
                        .query((_, _) -> Whereabouts.ofTheCity())
                        .optional()
                : Optional.of(parts)
                        .filter(all -> all.length == 2)
                        .flatMap(all -> Typed.id(all[1]).map(SubjectId::new))
                        .flatMap(space -> entry(year, space));
    }

    private Optional<Whereabouts> entry(int year, SubjectId space) {
        return jdbc.sql("""
                        select e.area, e.operator,
                               array(select s.expert from assessment.seat s
                                      where s.round = e.round and s.space = e.space and s.state = 'ASSIGNED') seated
                          from assessment.entry e join assessment.round r on r.id = e.round
                         where r.year = :year and e.space = :space
                        """)
                .param("year", year)
                .param("space", space.value())
                .query((row, _) -> Whereabouts.in(row.getString("area"))
                        .ownedBy(row.getObject("operator", UUID.class))
                        .seating(PersonId.all((UUID[]) row.getArray("seated").getArray())))
                .optional();
    }
}
