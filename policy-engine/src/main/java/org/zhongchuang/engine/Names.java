package org.zhongchuang.engine;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a city calls its offices, its readers and those who pay, where it does not use the usual names.
 *
 * @param roles names of roles by their word, such as {@code county_officer}; the program knows which words there are
 * @param audiences names of {@link Audience audiences} by their word, such as {@code service_provider}
 * @param payers names of {@link Programme.Payer payers} by their word, such as {@code city}
 */
public record Names(Map<String, Text> roles, Map<String, Text> audiences, Map<String, Text> payers) {

    /** The usual names throughout. */
    static final Names USUAL = new Names(Map.of(), Map.of(), Map.of());

    public Names(
            @Nullable Map<String, Text> roles,
            @Nullable Map<String, Text> audiences,
            @Nullable Map<String, Text> payers) {
        this.roles = sorted(roles);
        this.audiences = sorted(audiences);
        this.payers = sorted(payers);
    }

    private static Map<String, Text> sorted(@Nullable Map<String, Text> names) {
        return names == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** The word by which a pack knows one of the choices. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
