package org.zhongchuang.procedure.amendment;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Values that another officer has proposed and nobody has decided; due by the day from which they are to hold. */
@Component
class ProposalsAtDesk implements DeskCards {

    private final Reach reach;
    private final JdbcClient jdbc;

    ProposalsAtDesk(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!reach.may(actor, Deed.SETTLE, Thing.PARAMETER)) {
            return Stream.empty();
        }
        return jdbc.sql("""
                        select count(*) many, null::bigint fen, min(effective_from) as first,
                               case when count(distinct coalesce(sheet, id)) > 1 then '?standing=to_approve'
                                    when min(sheet::text) is null then '/' || min(parameter)
                                    else '/sheets/' || min(sheet::text) end as place
                          from amendment.proposal where state = 'OPEN' and proposed_by <> :person
                        """)
                .param("person", actor.person().value())
                .query((row, number) -> DeskCard.toDo(
                        Pile.row(row, number),
                        Text.of("项参数待审批", "value to approve|values to approve"),
                        // One thing alone is opened at once, without a list of it.
                        "/parameters" + row.getString("place"),
                        "adjustments"))
                .single();
    }
}
