package org.zhongchuang.money.payment;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/**
 * Payments that came back: for the treasury those to confirm and those that wait for another account, for the payee
 * those for which to give one.
 */
@Component
class BouncesAtDesk implements DeskCards {

    private final Reach reach;
    private final JdbcClient jdbc;

    BouncesAtDesk(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (reach.may(actor, Deed.HANDLE, Thing.BATCH)) {
            var own = reach.bounds(actor, Deed.HANDLE, Thing.BATCH);
            return Stream.concat(
                    DeskCard.toDo(
                            toConfirm(actor, own),
                            Text.of("笔退票待确认", "bounce to confirm|bounces to confirm"),
                            "/finance/payments",
                            "credit-card"),
                    DeskCard.toKnow(
                            unpaid("w.payer = :ownTreasury", own),
                            Text.of(
                                    "笔退票等收款单位换账户",
                                    "bounced payment waits for another account|bounced payments wait for another account"),
                            "/finance/payments",
                            "credit-card"));
        }
        return actor.isApplicant()
                ? DeskCard.toDo(
                        unpaid("w.organisation = :ownOrganisation", reach.bounds(actor, Thing.AWARD)),
                        Text.of(
                                "笔款项退票，请更换收款账户",
                                "payment came back: give another account|payments came back: give another account"),
                        "/money",
                        "wallet")
                : Stream.empty();
    }

    private Pile unpaid(String whose, Bounds bounds) {
        return jdbc.sql("""
                        select count(*) many, sum(p.fen)::bigint fen, null::date as first
                          from payment.payment p join award.public_award w on w.id = p.award
                         where p.state = 'BOUNCED' and %s
                           and not exists (select 1 from payment.payment n where n.award = p.award and n.instalment = p.instalment
                                              and ((n.attempt > p.attempt and n.state = 'BOUNCED') or n.state not in ('BOUNCED', 'WITHDRAWN')))
                           and not exists (select 1 from payment.bank_account k where k.organisation = w.organisation
                                              and (k.state = 'ENTERED' or (k.state = 'CONFIRMED' and k.id <> p.account)))
                        """.formatted(whose))
                .params(bounds.parameters())
                .query(Pile::row)
                .single();
    }

    /** What the actor has neither said nor made the batch of. */
    private Pile toConfirm(Actor actor, Bounds own) {
        return jdbc.sql("""
                        select count(*) many, sum(p.fen)::bigint fen, null::date as first
                          from payment.bounce b join payment.payment p on p.id = b.payment join payment.batch t on t.id = p.batch
                         where b.state = 'PROPOSED' and t.payer = :ownTreasury and b.proposed_by <> :person and t.made_by <> :person
                        """)
                .params(own.parameters())
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
    }
}
