package org.zhongchuang.money.payment;

import java.time.Instant;
import java.util.UUID;
import org.zhongchuang.ground.access.PersonId;

/** A payment that arrived and is said to have come back; another person has still to confirm it. */
public record Bounce(UUID payment, String reason, PersonId proposedBy, String proposer, Instant proposedAt) {}
