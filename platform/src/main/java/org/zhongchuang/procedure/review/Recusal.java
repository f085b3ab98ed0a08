package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A vote that an expert gave back because of a relation to the applicant.
 *
 * @param number of the case, which the expert can no longer open
 * @param day on which it was given back; null for those of before it was written down
 */
public record Recusal(
        String number, String reason, @Nullable LocalDate day) {}
