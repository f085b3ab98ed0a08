package org.zhongchuang.ground.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What addresses and forms carry as text, read; empty where it is not what it should be. */
public final class Typed {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Typed() {}

    /** What stands in a field of a form, without the spaces around it; empty where the form has no such field. */
    public static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** An identifier in the one form in which pages write it. */
    public static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The same, of one kind of things, such as {@code CaseId::new}. */
    public static <I> Optional<I> id(String text, Function<UUID, I> kind) {
        return id(text).map(kind);
    }

    /**
     * A day as the browser's own fields write it, such as 2017-03-15, between the years 1900 and 2199: what lies
     * outside is a slip, and neither the working days nor the database reckon with it.
     */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * Whether a field that may stay empty is empty or holds a day: one that cannot be read is not left out in silence.
     */
    public static boolean isDayOrNone(String text) {
        return text.isBlank() || day(text).isPresent();
    }

    /** One of the choices, however it is cased. */
    public static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String text) {
        return Stream.of(choices.getEnumConstants())
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
