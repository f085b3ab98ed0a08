package org.zhongchuang.outside.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.menu.Doors;

/**
 * What waits for administrators: appointments to countersign, and offices in which nobody works yet; and for everybody
 * that a role ends soon.
 */
@Component
class AppointmentsAtDesk implements DeskCards {

    private static final String ADDRESS = "/administration/people";

    private final Doors doors;
    private final MakingReady makingReady;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    AppointmentsAtDesk(Doors doors, MakingReady makingReady, Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.doors = doors;
        this.makingReady = makingReady;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        var own = own(actor);
        if (!doors.admits(ADDRESS, actor)) {
            return own;
        }
        var proposed = jdbc.sql(
                        "select count(*) from administration.proposal where outcome is null and proposed_by <> :self")
                .param("self", actor.person().value())
                .query(Long.class)
                .single();
        var ending = jdbc.sql(
                        "select count(*) from access.public_appointment where since <= :today and until between :today and :soon")
                .param("today", LocalDate.now(clock))
                .param("soon", LocalDate.now(clock).plusDays(People.SOON))
                .query(Long.class)
                .single();
        return Stream.of(
                        own,
                        DeskCard.toKnow(
                                Pile.of(ending),
                                Text.of("项身份两周内到期", "role ends within two weeks|roles end within two weeks"),
                                ADDRESS + "?state=ENDING",
                                "users"),
                        DeskCard.toDo(
                                Pile.of(proposed),
                                Text.of("项任命等我核准", "appointment to countersign|appointments to countersign"),
                                ADDRESS + "?show=countersign",
                                "users"),
                        DeskCard.toDo(
                                Pile.of(MakingReady.empty(makingReady.programmes())
                                        .size()),
                                Text.of(
                                        "个办理岗位还没有人，请任命",
                                        "office has nobody yet: appoint somebody|offices have nobody yet: appoint somebody"),
                                "/start",
                                "user-circle"))
                .flatMap(one -> one);
    }

    /** That the role under which somebody acts ends soon, with its last day. */
    private Stream<DeskCard> own(Actor actor) {
        return accounts
                .lastDay(actor.appointment())
                .filter(last -> !last.isAfter(LocalDate.now(clock).plusDays(People.SOON)))
                .map(Shown::day)
                .stream()
                .flatMap(last -> DeskCard.toKnow(
                        Pile.of(1),
                        Text.of(
                                "项身份到" + last.zh() + "为止；要延长的请告诉系统管理员",
                                "role of yours ends after " + last.en()
                                        + "; tell your administrator if it is to go on"),
                        "/account",
                        "user-circle"));
    }
}
