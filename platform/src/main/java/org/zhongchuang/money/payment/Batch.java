package org.zhongchuang.money.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;

/**
 * Payments that go to the treasury together.
 *
 * @param version changes with each act on it
 * @param fen their sum
 * @param two whether the sum takes a second approval
 */
public record Batch(
        UUID id,
        int version,
        String number,
        String payer,
        State state,
        Fen fen,
        boolean two,
        PersonId madeBy,
        Instant madeAt,
        Optional<PersonId> firstBy,
        Optional<PersonId> secondBy,
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
}
