package org.zhongchuang.outside.administration;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.menu.Doors;

/** What waits for administrators: appointments to countersign, and offices in which nobody works yet. */
@Component
class AppointmentsAtDesk implements DeskCards {

    private static final String ADDRESS = "/administration/people";

    private final Doors doors;
    private final MakingReady makingReady;
    private final JdbcClient jdbc;

    AppointmentsAtDesk(Doors doors, MakingReady makingReady, JdbcClient jdbc) {
        this.doors = doors;
        this.makingReady = makingReady;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!doors.admits(ADDRESS, actor)) {
            return Stream.empty();
        }
        var proposed = jdbc.sql(
                        "select count(*) from administration.proposal where outcome is null and proposed_by <> :self")
                .param("self", actor.person().value())
                .query(Long.class)
                .single();
        return Stream.of(
                        DeskCard.toDo(
                                Pile.of(proposed),
                                Text.of("项任命等我核准", "appointment to countersign|appointments to countersign"),
                                ADDRESS,
                                "users"),
                        DeskCard.toDo(
                                Pile.of(MakingReady.empty(makingReady.programmes())
                                        .size()),
                                Text.of(
                                        "个办理岗位还没有人，请任命",
                                        "office has nobody yet: appoint somebody|offices have nobody yet: appoint somebody"),
                                ADDRESS,
                                "user-circle"))
                .flatMap(one -> one);
    }
}
