package org.zhongchuang.money.award;

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

/** Higher awards that another has recorded and of which not everything is confirmed to have arrived. */
@Component
class HigherAwardsAtDesk implements DeskCards {

    private final Reach reach;
    private final JdbcClient jdbc;

    HigherAwardsAtDesk(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!reach.may(actor, Deed.HANDLE, Thing.HIGHER_AWARD)) {
            return Stream.empty();
        }
        var waiting = jdbc.sql("""
                        select count(*) many, sum(h.fen - h.received)::bigint fen, null::date as first
                          from award.higher_award h join registry.public_subject s on s.id = h.subject
                         where h.state = 'STANDING' and h.received < h.fen and h.recorded_by <> :person
                           and (:everywhere or s.area = :ownArea)
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.HIGHER_AWARD).parameters())
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
        return DeskCard.toDo(
                waiting,
                Text.of(
                        "笔上级奖补到账待核实",
                        "higher award whose receipt is to be verified|higher awards whose receipt is to be verified"),
                "/grounds?show=to_verify",
                "award");
    }
}
