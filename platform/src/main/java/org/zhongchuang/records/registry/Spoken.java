package org.zhongchuang.records.registry;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a name sounds, and what is left of it when two are compared. */
public final class Spoken {

    /** Not safe for use by several threads at once, so each gets its own. */
    private static final ThreadLocal<Transliterator> LATIN =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower"));

    /** What names of firms have in common says nothing about whose they are. */
    private static final Pattern COMMON =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|分公司|公司|合伙企业|有限合伙|（.*?）|\\(.*?\\)|浙江省?|嘉兴市?|[\\s·•\\-—,，.。“”\"'&]");

    private Spoken() {}

    /** Syllables with spaces, then all of them in one, then their initials: {@code yun fan yunfan yf}. */
    public static String of(String name) {
        var syllables =
                LATIN.get().transliterate(name).replaceAll("[^a-z0-9]+", " ").strip();
        var initials = Stream.of(syllables.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> one.substring(0, 1))
                .collect(Collectors.joining());
        return syllables.isEmpty() ? "" : syllables + " " + syllables.replace(" ", "") + " " + initials;
    }

    /** The sound of what is particular in a name: two that have it in common may be the same. */
    public static String likeness(String name) {
        var particular = COMMON.matcher(name.strip()).replaceAll("");
        var kept = particular.isEmpty() ? name : particular;
        return LATIN.get().transliterate(kept).replaceAll("[^a-z0-9]+", "").toLowerCase(Locale.ROOT);
    }
}
