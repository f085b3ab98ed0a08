package org.zhongchuang.procedure.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Procedures;

/**
 * Where cases are, by their number or, while they are drafts, their identifier. The objections to a case are with the
 * offices that publish its notice and decide after it.
 */
@Component
class CaseKeeper implements Keeper {

    private static final List<String> OF_THE_NOTICE = List.of("notice", "decision");

    private static final String SELECT = """
            select c.operator, c.area, c.programme, c.edition, c.holder, c.filed_on is not null handed_in,
                   array(select b.expert from review.public_ballot b where b.case_file = c.id and b.state <> 'RECUSED') seated,
                   array(select distinct v.person from casework.event v
                          where v.case_file = c.id and v.person is not null and v.act in ('RECOMMENDED', 'ADVISED_AGAINST')) taken
              from casework.case_file c
            """;

    private final Procedures procedures;
    private final JdbcClient jdbc;

    CaseKeeper(Procedures procedures, JdbcClient jdbc) {
        this.procedures = procedures;
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.CASE, Thing.OBJECTION, Thing.BALLOT);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        var steps = thing == Thing.OBJECTION ? OF_THE_NOTICE : List.<String>of();
        return Typed.id(id)
                .map(uuid -> jdbc.sql(SELECT + " where c.id = :id").param("id", uuid))
                .orElseGet(() -> jdbc.sql(SELECT + " where c.number = :number").param("number", id))
                .query((row, _) -> where(row, steps))
                .optional();
    }

    private Whereabouts where(ResultSet row, List<String> steps) throws SQLException {
        var where = Whereabouts.in(row.getString("area"))
                .ownedBy(row.getObject("operator", UUID.class))
                .handledBy(
                        procedures.offices(row.getString("programme"), row.getString("edition"), steps),
                        Optional.ofNullable(row.getString("holder")).map(Role::valueOf))
                .seating(PersonId.all((UUID[]) row.getArray("seated").getArray()))
                .takenPartBy(PersonId.all((UUID[]) row.getArray("taken").getArray()));
        return row.getBoolean("handed_in") ? where : where.asDraft();
    }
}
