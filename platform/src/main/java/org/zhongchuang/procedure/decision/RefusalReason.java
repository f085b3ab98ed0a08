package org.zhongchuang.procedure.decision;

import java.util.Optional;

/**
 * One reason of a refusal.
 *
 * @param criterion the condition that was judged not to hold, or the word of another ground
 */
public record RefusalReason(String criterion, String reason) {

    public static RefusalReason of(RefusalGround ground, String reason) {
        return new RefusalReason(ground.word(), reason);
    }

    /** The ground it rests on, if that is not a condition. */
    public Optional<RefusalGround> ground() {
        return RefusalGround.named(criterion);
    }
}
