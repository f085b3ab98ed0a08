package org.zhongchuang.procedure.worklist;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Objections to public notices that wait to be looked at or answered, on the desks of those who may. */
@Component
class ObjectionsAtDesk implements DeskCards {

    private final Worklist worklist;
    private final CaseLists lists;
    private final JdbcClient jdbc;

    ObjectionsAtDesk(Worklist worklist, CaseLists lists, JdbcClient jdbc) {
        this.worklist = worklist;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (actor.isApplicant() || !worklist.takesPart(actor)) {
            return Stream.empty();
        }
        var waiting = lists.conditions(actor, Query.waiting());
        var objections = waiting.bind(jdbc.sql(
                        "select count(distinct c.id) many, null::bigint fen, min(o.due_on) as first from casework.public_case_file c "
                                + "join notice.public_open_objection o on o.case_file = c.id where "
                                + waiting.sql()))
                .query(Pile::row)
                .single();
        var words = Text.of(
                "件申报的异议待核对或答复", "case with objections to look at or answer|cases with objections to look at or answer");
        return DeskCard.toDo(objections, words, "/inbox?objections=open", "speakerphone");
    }
}
