package org.zhongchuang.grants.recognition;

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

/** Changes of recognitions that wait: for the opinion of the county, and for whoever decides. */
@Component
class ChangesAtDesk implements DeskCards {

    private final Reach reach;
    private final Opinions opinions;
    private final JdbcClient jdbc;

    ChangesAtDesk(Reach reach, Opinions opinions, JdbcClient jdbc) {
        this.reach = reach;
        this.opinions = opinions;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        return Stream.concat(toDecide(actor), toGiveAnOpinionOn(actor));
    }

    private Stream<DeskCard> toGiveAnOpinionOn(Actor actor) {
        if (!reach.may(actor, Deed.HANDLE, Thing.CHANGE) || !opinions.areAsked()) {
            return Stream.empty();
        }
        var open = jdbc.sql("""
                        select count(*) from recognition.change c join recognition.recognised_space r on r.code = c.code
                         where c.state = 'OPEN' and c.opinion is null and (:everywhere or r.area = :ownArea)
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.CHANGE).parameters())
                .query(Long.class)
                .single();
        return DeskCard.toDo(
                Pile.of(open),
                Text.of("件变更待提出意见", "change to comment|changes to comment"),
                "/changes?show=comment",
                "refresh");
    }

    private Stream<DeskCard> toDecide(Actor actor) {
        if (!reach.may(actor, Deed.SETTLE, Thing.CHANGE)) {
            return Stream.empty();
        }
        var open = jdbc.sql("""
                        select count(*) from recognition.change c join recognition.recognised_space r on r.code = c.code
                         where c.state = 'OPEN' and c.asked_by <> :person and (:everywhere or r.area = :ownArea)
                        """)
                .params(reach.bounds(actor, Deed.SETTLE, Thing.CHANGE).parameters())
                .param("person", actor.person().value())
                .query(Long.class)
                .single();
        return DeskCard.toDo(
                Pile.of(open),
                Text.of("件变更待决定", "change to decide|changes to decide"),
                "/changes?show=decide",
                "refresh");
    }
}
