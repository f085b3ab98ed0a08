package org.zhongchuang.procedure.casework;

import java.time.Instant;
import java.util.Optional;

/** Something that an office asked to be corrected: a fact or a paper, and why. */
public record Defect(String target, String message, Instant toldAt, Optional<Instant> correctedAt) {

    public boolean isOpen() {
        return correctedAt.isEmpty();
    }
}
