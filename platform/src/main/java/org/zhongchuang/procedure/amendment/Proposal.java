package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;

/**
 * A value that an officer proposes for a parameter.
 *
 * @param from the day from which it would hold
 * @param document the number of the document that sets it
 * @param answer what the decider said
 * @param sheet what it was proposed and is decided together with
 */
public record Proposal(
        UUID id,
        String parameter,
        LocalDate from,
        BigDecimal value,
        String document,
        String reason,
        PersonId proposedBy,
        String proposer,
        Instant proposedAt,
        State state,
        Optional<String> decider,
        String answer,
        Optional<UUID> sheet) {

    /** What has become of it. */
    public enum State {
        OPEN("待审批", "waiting for approval"),
        APPROVED("已批准", "approved"),
        REJECTED("未批准", "rejected"),
        WITHDRAWN("已撤回", "withdrawn");

        private final Text label;

        State(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
