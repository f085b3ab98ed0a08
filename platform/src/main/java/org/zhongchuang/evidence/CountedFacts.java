package org.zhongchuang.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.casework.Counted;
import org.zhongchuang.policy.Policies;

/** The facts that a space's records of the last year come to. */
@Component
class CountedFacts implements Counted {

    private final Figures figures;
    private final Policies policies;
    private final Clock clock;

    CountedFacts(Figures figures, Policies policies, Clock clock) {
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Map<String, String> of(UUID space) {
        var facts = new LinkedHashMap<String, String>();
        figures.of(space, Figures.Period.yearTo(LocalDate.now(clock))).forEach((id, figure) -> {
            // A figure of nothing may mean that nothing was written down yet; that is for the applicant to say.
            if (figure.signum() > 0 && policies.current().facts().containsKey(id)) {
                facts.put(id, figure.stripTrailingZeros().toPlainString());
            }
        });
        return facts;
    }
}
