package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.ground.access.PersonId;

/**
 * A visit to the site, by two.
 *
 * @param checks whether each item of the checklist was as it should be
 * @param faults what was wrong with each that was not, by item
 * @param disputed why the companion does not agree with the record, if they do not
 */
public record Visit(
        LocalDate day,
        String visitor,
        PersonId companionId,
        String companion,
        Map<String, Boolean> checks,
        Map<String, String> faults,
        String notes,
        boolean confirmed,
        Optional<String> disputed) {

    /** What is written down of a visit: on which day, with whom, what was checked and what was wrong. */
    public record Report(
            LocalDate day, PersonId companion, Map<String, Boolean> checks, Map<String, String> faults, String notes) {}

    /** Whether something on the checklist was not as it should be: the case cannot go on then. */
    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** Whether the companion has neither confirmed it nor said that they do not agree. */
    public boolean isWaiting() {
        return !confirmed && disputed.isEmpty();
    }
}
