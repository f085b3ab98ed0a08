package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document: what it is called, who issued it, from when to when it held.
 *
 * @param number the document number, such as 嘉政办发〔2015〕90号
 * @param effectiveTo the last year in which it held, or null while nobody has ended it
 * @param history what later documents said of it, oldest first
 */
public record Document(
        String number,
        Text title,
        Text issuer,
        LocalDate issued,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Event> history,
        List<Reference> bases) {

    public Document {
        history = List.copyOf(history);
        bases = List.copyOf(bases);
    }

    /** What a later document did to this one. {@code day} is null where only the year is known. */
    public record Event(
            String by, Text effect, int year, @Nullable LocalDate day) {}

    /** A document this one rests on. */
    public record Reference(String number, Text title) {}

    /** Whether the document was in force on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
