package org.zhongchuang.procedure.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.access.PersonId;

/** One expert's vote. Stepping aside is not a zero, and neither is a vote not yet cast. */
public record Ballot(
        PersonId expert,
        String name,
        State state,
        Map<String, Integer> scores,
        @Nullable Integer total,
        String comment) {

    /** How far a vote is. */
    public enum State {
        ASSIGNED,
        RECUSED,
        SCORED
    }
}
