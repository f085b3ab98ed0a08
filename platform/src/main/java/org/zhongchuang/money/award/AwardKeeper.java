package org.zhongchuang.money.award;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Procedures;

/** Where awards are, by their number or identifier, and what stands behind them. */
@Component
class AwardKeeper implements Keeper {

    private static final String AWARD =
            "select organisation, area, programme, edition, array(select i.payer from award.instalment i where i.award = w.id) payers from award.award w";

    private final Procedures procedures;
    private final JdbcClient jdbc;

    AwardKeeper(Procedures procedures, JdbcClient jdbc) {
        this.procedures = procedures;
        this.jdbc = jdbc;
    }

    @Override
    public Set<Thing> keeps() {
        return Set.of(Thing.AWARD, Thing.HIGHER_AWARD, Thing.EVENT);
    }

    @Override
    public Optional<Whereabouts> find(Thing thing, String id) {
        return thing == Thing.AWARD
                ? award(id)
                : Typed.id(id)
                        .flatMap(uuid -> thing == Thing.EVENT
                                ? areaOf(
                                        "select s.area, s.operator from award.event e join registry.public_space s on s.id = e.space where e.id = :id",
                                        uuid)
                                : areaOf(
                                        "select s.area, null::uuid operator from award.higher_award h join registry.public_subject s on s.id = h.subject where h.id = :id",
                                        uuid));
    }

    private Optional<Whereabouts> award(String id) {
        return Typed.id(id)
                .map(uuid -> jdbc.sql(AWARD + " where w.id = :id").param("id", uuid))
                .orElseGet(() -> jdbc.sql(AWARD + " where w.number = :number").param("number", id))
                .query((row, _) -> Whereabouts.in(row.getString("area"))
                        .ownedBy(row.getObject("organisation", UUID.class))
                        .paidBy(Set.copyOf(
                                Arrays.asList((String[]) row.getArray("payers").getArray())))
                        .handledBy(
                                procedures.offices(row.getString("programme"), row.getString("edition")),
                                Optional.empty()))
                .optional();
    }

    private Optional<Whereabouts> areaOf(String query, UUID id) {
        return jdbc.sql(query)
                .param("id", id)
                .query((row, _) -> Whereabouts.in(row.getString("area")).ownedBy(row.getObject("operator", UUID.class)))
                .optional();
    }
}
