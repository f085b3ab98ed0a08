package org.zhongchuang.outside.administration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;

/** One proposal that nobody else has decided yet. */
public record Proposal(
        UUID id,
        Countersigning.Kind kind,
        PersonId person,
        String login,
        String name,
        Optional<Role> role,
        Optional<String> area,
        Optional<String> unit,
        PersonId proposedBy,
        String proposer,
        Instant proposedAt,
        Optional<Instant> effectAt) {

    /** From when on its proposer may carry it out alone, if nobody objects. */
    public Instant aloneFrom() {
        return proposedAt.plus(Countersigning.WAIT);
    }
}
