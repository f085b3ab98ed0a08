package org.zhongchuang.money.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Text;

/**
 * Payments that go to the treasury together.
 *
 * @param fen their sum
 * @param two whether the sum takes a second approval
 */
public record Batch(
        UUID id,
        String number,
        String payer,
        State state,
        long fen,
        boolean two,
        UUID madeBy,
        Instant madeAt,
        Optional<UUID> firstBy,
        Optional<UUID> secondBy,
        Optional<Instant> sentAt,
        int payments,
        int arrived,
        int bounced,
        String sha256) {

    /** How far a batch is. */
    public enum State {
        MADE("待审批", "Waits for approval"),
        APPROVED("待支付", "Approved"),
        SENT("已送国库", "Sent"),
        SETTLED("已办结", "Settled"),
        DROPPED("已撤销", "Dropped");

        private final Text label;

        State(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** One payment of an instalment; {@code reason} says why it bounced. */
    public record Payment(
            UUID id,
            UUID award,
            String number,
            String name,
            int instalment,
            int attempt,
            long fen,
            String state,
            Optional<UUID> account,
            String holder,
            String bank,
            String tail,
            Optional<UUID> batch,
            Instant queuedAt,
            Optional<Instant> sentAt,
            Optional<LocalDate> settledOn,
            String reason) {

        public Text stateLabel() {
            return switch (state) {
                case "QUEUED" -> Text.of("排队待支付", "Queued");
                case "BATCHED" -> Text.of("已制单", "In a batch");
                case "SENT" -> Text.of("已送国库", "Sent");
                case "ARRIVED" -> Text.of("已到账", "Arrived");
                case "OFFSET" -> Text.of("已抵扣", "Offset");
                default -> Text.of("退票", "Bounced");
            };
        }
    }
}
