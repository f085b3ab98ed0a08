package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official document: what it is called, who issued it, from when to when it held.
 *
 * @param number the document number, such as 嘉政办发〔2015〕90号
 * @param issued the day of issue, or null where it is not known
 * @param effectiveTo the last year in which it held, or null while nobody has ended it
 * @param history what later documents said of it, oldest first
 * @param note what is not known of it, in words for its readers
 */
public record Document(
        String number,
        Text title,
        Text issuer,
        @Nullable LocalDate issued,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Event> history,
        List<Reference> bases,
        @Nullable Text note) {

    public Document {
        history = List.copyOf(history);
        bases = List.copyOf(bases);
    }

    /** What a later document did to this one. {@code day} is null where only the year is known. */
    public record Event(
            String by, Text effect, int year, @Nullable LocalDate day) {}

    /** A document this one rests on. */
    public record Reference(String number, Text title) {}

    /** The year by which it is called: of its issue, or from which it holds. */
    public int year() {
        return (issued == null ? effectiveFrom : issued).getYear();
    }

    /** Whether the document was in force on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
