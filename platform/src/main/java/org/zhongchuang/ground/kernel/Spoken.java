package org.zhongchuang.ground.kernel;

import com.ibm.icu.text.Transliterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a Chinese name sounds, in Latin letters (pinyin without tones). */
public final class Spoken {

    /** Not safe for use by several threads at once, so each gets its own. */
    private static final ThreadLocal<Transliterator> LATIN =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower"));

    private Spoken() {}

    /** Its syllables with spaces between them: {@code yun fan}. */
    public static String syllables(String name) {
        return LATIN.get().transliterate(name).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** Syllables with spaces, then all of them in one, then their initials: {@code yun fan yunfan yf}. */
    public static String of(String name) {
        var syllables = syllables(name);
        var initials = Stream.of(syllables.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> one.substring(0, 1))
                .collect(Collectors.joining());
        return syllables.isEmpty() ? "" : syllables + " " + syllables.replace(" ", "") + " " + initials;
    }
}
