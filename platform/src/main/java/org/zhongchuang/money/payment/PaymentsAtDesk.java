package org.zhongchuang.money.payment;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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

/** What a treasury has to pay, to approve, to send and to confirm. */
@Component
class PaymentsAtDesk implements DeskCards {

    private static final String ADDRESS = "/finance/payments?show=";

    private final Reach reach;
    private final JdbcClient jdbc;

    PaymentsAtDesk(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!reach.may(actor, Deed.HANDLE, Thing.BATCH)) {
            return Stream.empty();
        }
        var own = reach.bounds(actor, Deed.HANDLE, Thing.BATCH);
        var batches = batches(actor, own);
        var queued = Text.of("笔付款待制单", "payment to put into a batch|payments to put into a batch");
        var accounts = Text.of("个收款账户待确认", "bank account to confirm|bank accounts to confirm");
        return Stream.of(
                        DeskCard.toDo(queued(own), queued, ADDRESS + "queue", "credit-card"),
                        card(batches, Batch.State.MADE, Text.of("个批次待审批", "batch to approve|batches to approve")),
                        card(batches, Batch.State.APPROVED, Text.of("个批次待送国库", "batch to send|batches to send")),
                        card(
                                batches,
                                Batch.State.SENT,
                                Text.of("个批次等待回单", "batch without its results|batches without their results")),
                        DeskCard.toDo(accounts(actor), accounts, ADDRESS + "accounts", "lock"))
                .flatMap(one -> one);
    }

    private static Stream<DeskCard> card(Map<Batch.State, Pile> batches, Batch.State state, Text words) {
        return DeskCard.toDo(
                batches.getOrDefault(state, Pile.of(0)),
                words,
                ADDRESS + state.name().toLowerCase(Locale.ROOT),
                "credit-card");
    }

    private Pile queued(Bounds own) {
        return jdbc.sql("""
                        select count(*) many, sum(p.fen)::bigint fen, null::date as first
                          from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
                         where p.state = 'QUEUED' and w.payer = :ownTreasury
                        """).params(own.parameters()).query(Pile::row).single();
    }

    /** What is under way, by its state; of what waits to be approved or sent, what the actor had no hand in. */
    private Map<Batch.State, Pile> batches(Actor actor, Bounds own) {
        var batches = new EnumMap<Batch.State, Pile>(Batch.State.class);
        jdbc.sql("""
                        select state, count(*) many, sum(fen)::bigint fen, null::date as first from payment.batch
                         where payer = :ownTreasury and state in ('MADE', 'APPROVED', 'SENT')
                           and (state = 'SENT' or (made_by <> :person and first_by is distinct from :person and second_by is distinct from :person))
                         group by state
                        """)
                .params(own.parameters())
                .param("person", actor.person().value())
                .query(row -> {
                    batches.put(Batch.State.valueOf(row.getString("state")), Pile.row(row, 0));
                });
        return batches;
    }

    private Pile accounts(Actor actor) {
        return jdbc.sql("""
                        select count(*) many, null::bigint fen, null::date as first
                          from payment.bank_account b join access.public_organisation o on o.id = b.organisation
                         where b.state = 'ENTERED' and (:everywhere or o.area = :ownArea)
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.BANK_ACCOUNT).parameters())
                .query(Pile::row)
                .single();
    }
}
