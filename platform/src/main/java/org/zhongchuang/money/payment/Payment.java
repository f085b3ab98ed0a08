package org.zhongchuang.money.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.money.award.AwardId;

/** One payment of a part of an award, which is of the {@code nth} instalment; {@code reason} says why it bounced. */
public record Payment(
        UUID id,
        AwardId award,
        String number,
        String name,
        String payer,
        int nth,
        int instalment,
        int attempt,
        Fen fen,
        State state,
        Optional<UUID> account,
        String holder,
        String bank,
        String tail,
        Optional<UUID> batch,
        Instant queuedAt,
        Optional<Instant> sentAt,
        Optional<LocalDate> settledOn,
        String reason) {

    /** How far it has come. */
    public enum State {
        QUEUED("排队待支付", "Queued"),
        BATCHED("已制单", "In a batch"),
        SENT("已送国库", "Sent"),
        ARRIVED("已到账", "Arrived"),
        BOUNCED("退票", "Bounced"),
        OFFSET("已抵扣", "Offset"),
        WITHDRAWN("已撤回：原付款确已到账", "Withdrawn: the payment before it did arrive");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
