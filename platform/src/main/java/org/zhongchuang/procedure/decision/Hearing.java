package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a refusal is to rest on, told to the applicant beforehand, and what they say to it (陈述、申辩).
 *
 * @param until the last day on which they may answer
 * @param statement what they said; empty text where they have nothing to say
 */
public record Hearing(
        List<RefusalReason> reasons,
        LocalDate toldOn,
        LocalDate until,
        Optional<String> statement,
        Optional<LocalDate> statedOn) {

    /** Whether the applicant may still answer. */
    public boolean isOpen(LocalDate today) {
        return statement.isEmpty() && !today.isAfter(until);
    }
}
