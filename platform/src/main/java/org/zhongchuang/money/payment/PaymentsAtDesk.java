package org.zhongchuang.money.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** What a treasury has to pay, to approve, to send and to confirm. */
@Component
class PaymentsAtDesk implements DeskCards {

    private static final String ADDRESS = "/finance/payments";

    private final Payments payments;
    private final PaymentBatches batches;
    private final BankAccounts accounts;

    PaymentsAtDesk(Payments payments, PaymentBatches batches, BankAccounts accounts) {
        this.payments = payments;
        this.batches = batches;
        this.accounts = accounts;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        var cards = new ArrayList<DeskCard>();
        if (!payments.handles(actor)) {
            return cards;
        }
        var queue = payments.queue(actor);
        if (!queue.isEmpty()) {
            cards.add(DeskCard.toDo(
                            queue.size(), Text.of("笔付款待制单", "payments to put into a batch"), ADDRESS, "credit-card")
                    .of(Fen.sum(queue.stream().map(Payment::fen))));
        }
        var own = batches.list(actor).stream()
                .filter(one -> payments.handles(actor, one.id()))
                .toList();
        add(cards, own, one -> one.state() == Batch.State.MADE && !mine(one, actor), "个批次待审批", "batches to approve");
        add(cards, own, one -> one.state() == Batch.State.APPROVED, "个批次待送国库", "batches to send");
        add(cards, own, one -> one.state() == Batch.State.SENT, "个批次等待回单", "batches without their results");
        var waiting = accounts.waiting(actor);
        if (!waiting.isEmpty()) {
            cards.add(DeskCard.toDo(waiting.size(), Text.of("个收款账户待确认", "bank accounts to confirm"), ADDRESS, "lock"));
        }
        return cards;
    }

    private static boolean mine(Batch batch, Actor actor) {
        return batch.madeBy().equals(actor.person())
                || batch.firstBy().filter(actor.person()::equals).isPresent();
    }

    private static void add(List<DeskCard> cards, List<Batch> all, Predicate<Batch> which, String zh, String en) {
        var found = all.stream().filter(which).toList();
        if (!found.isEmpty()) {
            cards.add(DeskCard.toDo(found.size(), Text.of(zh, en), ADDRESS, "credit-card")
                    .of(Fen.sum(found.stream().map(Batch::fen))));
        }
    }
}
