package org.zhongchuang.procedure.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that an office asked to be corrected: a fact or a paper, and why.
 *
 * @param before the plain value of the fact, or the names of the papers, when the applicant was told; empty where there
 *     was none, or where nobody noted it
 * @param after the same once it was corrected
 * @param reply what the applicant says to it
 */
public record Defect(
        UUID id,
        String target,
        String message,
        Instant toldAt,
        Optional<Instant> correctedAt,
        Optional<String> before,
        Optional<String> after,
        Optional<String> reply) {

    public boolean isOpen() {
        return correctedAt.isEmpty();
    }

    /** Whether what it is about is another now than when the applicant was told. */
    public boolean isChanged() {
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }
}
