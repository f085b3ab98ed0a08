package org.zhongchuang.records.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** The facts that a makerspace's records of the last year come to, so that nobody types them. */
@Service
public class CountedFacts {

    private final Figures figures;
    private final Policies policies;
    private final Clock clock;

    CountedFacts(Figures figures, Policies policies, Clock clock) {
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
    }

    /** Values in their plain form by fact; only what there are records for. */
    public Map<String, String> of(SubjectId space) {
        var facts = on(space, LocalDate.now(clock));
        // A figure of nothing may mean that nothing was written down yet; that is for the applicant to say.
        facts.values().removeIf(value -> value.equals("0"));
        return facts;
    }

    /** The same for the year to that day, with those of which there is nothing. */
    public Map<String, String> on(SubjectId space, LocalDate day) {
        var facts = new LinkedHashMap<String, String>();
        figures.of(space, Figures.Period.yearTo(day)).forEach((id, figure) -> {
            if (policies.current().facts().containsKey(id)) {
                facts.put(
                        id,
                        figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString());
            }
        });
        return facts;
    }
}
