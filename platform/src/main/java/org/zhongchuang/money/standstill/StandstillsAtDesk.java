package org.zhongchuang.money.standstill;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.menu.Doors;
import org.zhongchuang.money.standstill.Standstill.Why;
import org.zhongchuang.money.standstill.Standstills.Query;

/**
 * What is stopped: for a treasury the bounces to confirm and all that stands still, for the payee those payments for
 * which to give another account.
 */
@Component
class StandstillsAtDesk implements DeskCards {

    private static final String ADDRESS = "/finance/stopped";

    private final Standstills standstills;
    private final Doors doors;
    private final Reach reach;
    private final JdbcClient jdbc;

    StandstillsAtDesk(Standstills standstills, Doors doors, Reach reach, JdbcClient jdbc) {
        this.standstills = standstills;
        this.doors = doors;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (actor.isApplicant()) {
            return DeskCard.toDo(
                    bounced(actor),
                    Text.of(
                            "笔款项退票，请更换收款账户",
                            "payment came back: give another account|payments came back: give another account"),
                    "/money?show=bounced",
                    "wallet");
        }
        if (!doors.admits(ADDRESS, actor)) {
            return Stream.empty();
        }
        var all = standstills.counts(actor, Query.ALL);
        return Stream.concat(all.containsKey(Why.BOUNCE_SAID) ? toConfirm(actor) : Stream.empty(), stopped(all));
    }

    private Stream<DeskCard> toConfirm(Actor actor) {
        return standstills.handles(actor)
                ? DeskCard.toDo(
                        standstills
                                .counts(actor, new Query(Optional.empty(), "", true))
                                .getOrDefault(Why.BOUNCE_SAID, Pile.of(0)),
                        Text.of("笔退票待确认", "bounce to confirm|bounces to confirm"),
                        ADDRESS + "?why=BOUNCE_SAID&mine=on",
                        "credit-card")
                : Stream.empty();
    }

    /** So many lines: what is stopped for two reasons has two of them, so their sums are not added up. */
    private static Stream<DeskCard> stopped(Map<Why, Pile> all) {
        var pile = Pile.of(all.values().stream().mapToLong(Pile::count).sum());
        return DeskCard.toKnow(
                pile,
                Text.of("项停付：为什么、轮到谁", "stop on payments: why, and whose turn|stops on payments: why, and whose turn"),
                ADDRESS,
                "alert-triangle");
    }

    private Pile bounced(Actor actor) {
        return jdbc.sql("""
                        select count(*) many, sum(s.fen)::bigint fen, null::date as first
                          from payment.public_stopped s join award.public_award w on w.id = s.award
                         where s.why = 'NEW_ACCOUNT_NEEDED' and w.organisation = :ownOrganisation
                        """)
                .params(reach.bounds(actor, Thing.AWARD).parameters())
                .query(Pile::row)
                .single();
    }
}
