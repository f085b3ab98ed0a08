package org.zhongchuang.money.recovery;

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

/** Money that has to come back: what one owes, and what an office has to confirm or to answer. */
@Component
class ClaimsAtDesk implements DeskCards {

    private static final String ICON = "arrow-back-up";

    private final Reach reach;
    private final JdbcClient jdbc;

    ClaimsAtDesk(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        return Stream.concat(owed(actor), open(actor));
    }

    private Stream<DeskCard> owed(Actor actor) {
        if (!reach.may(actor, Deed.KEEP, Thing.RECOVERY)) {
            return Stream.empty();
        }
        var owed = jdbc.sql("select count(*) many, sum(due)::bigint fen, min(due_on) as first from (" + Claims.SELECT
                        + " where c.state = 'DUE' and w.organisation = :ownOrganisation) owed")
                .params(reach.bounds(actor, Deed.KEEP, Thing.RECOVERY).parameters())
                .query(Pile::row)
                .single();
        return DeskCard.toDo(owed, Text.of("笔资金须缴回", "sum to pay back|sums to pay back"), "/recoveries?show=due", ICON);
    }

    /** What another person has proposed, and what was appealed against. */
    private Stream<DeskCard> open(Actor actor) {
        if (!reach.may(actor, Deed.HANDLE, Thing.RECOVERY)) {
            return Stream.empty();
        }
        var open = jdbc.sql("""
                        select count(*) many, sum(c.fen)::bigint fen, null::date as first
                          from recovery.claim c join award.public_award w on w.id = c.award
                         where (c.state = 'APPEALED' or (c.state = 'PROPOSED' and c.proposed_by <> :person))
                           and (:everywhere or :ownTreasury = any (w.payers) or w.area = :ownArea)
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.RECOVERY).parameters())
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
        return DeskCard.toDo(
                open,
                Text.of("笔追回待确认或答复", "recovery to confirm or answer|recoveries to confirm or answer"),
                "/recoveries?show=open",
                ICON);
    }
}
