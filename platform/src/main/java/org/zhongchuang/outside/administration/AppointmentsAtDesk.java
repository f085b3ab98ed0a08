package org.zhongchuang.outside.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.menu.Doors;
import org.zhongchuang.law.policy.Policies;

/** What waits for administrators: appointments to countersign, and offices in which nobody works yet. */
@Component
class AppointmentsAtDesk implements DeskCards {

    private static final String ADDRESS = "/administration/people";

    private final Doors doors;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    AppointmentsAtDesk(Doors doors, Policies policies, JdbcClient jdbc, Clock clock) {
        this.doors = doors;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
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
                                Pile.of(empty()),
                                Text.of(
                                        "个办理岗位还没有人，请任命",
                                        "office has nobody yet: appoint somebody|offices have nobody yet: appoint somebody"),
                                ADDRESS,
                                "user-circle"))
                .flatMap(one -> one);
    }

    /** How many of the offices to which the procedures of the policy give a step have nobody appointed. */
    private long empty() {
        var wanted = new HashSet<String>();
        policies.current().programmes().values().stream()
                .flatMap(programme -> programme.procedure().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .forEach(step -> wanted.add(step.role().toUpperCase(Locale.ROOT)));
        jdbc.sql(
                        "select distinct role from access.public_appointment where since <= :today and (until is null or until >= :today)")
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list()
                .forEach(wanted::remove);
        return wanted.size();
    }
}
