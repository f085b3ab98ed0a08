package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;

/** Everything one edition of a pack finds about one subject on one day. */
public record Findings(String edition, String programme, LocalDate on, List<Finding> all) {

    public Findings {
        all = List.copyOf(all);
    }

    /** What the findings come to. */
    public enum Outcome {
        GRANTED,
        REFUSED,
        UNDECIDED
    }

    /** A criterion that fails settles the matter; one that cannot be judged yet only holds it up. */
    public Outcome outcome() {
        if (all.stream().anyMatch(Finding.Unmet.class::isInstance)) {
            return Outcome.REFUSED;
        }
        if (all.stream().anyMatch(Finding.NotYetKnown.class::isInstance)) {
            return Outcome.UNDECIDED;
        }
        return Outcome.GRANTED;
    }

    public long met() {
        return all.stream().filter(Finding.Met.class::isInstance).count();
    }
}
