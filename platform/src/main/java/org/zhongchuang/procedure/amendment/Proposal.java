package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.ProposalState;

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
        ProposalState state,
        Optional<String> decider,
        String answer,
        Optional<UUID> sheet) {}
