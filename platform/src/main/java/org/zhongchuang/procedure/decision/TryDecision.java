package org.zhongchuang.procedure.decision;

import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.kernel.OnlyTried;
import org.zhongchuang.procedure.casework.Handling;

/**
 * What would come of a decision: it is made and undone at once, with all that follows from it. Whoever looks it over
 * before they confirm it hears of what stands in its way now, and not after.
 */
@Service
public class TryDecision {

    @Transactional
    public Handling tried(Supplier<Handling> decision) {
        throw new OnlyTried(decision.get());
    }
}
