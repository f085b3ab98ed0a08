package org.zhongchuang.ground.kernel;

import com.ibm.icu.text.Transliterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How Chinese sounds, in Latin letters (pinyin without tones). */
public final class Spoken {

    // A transliterator is not safe for use by several threads at once, so each gets its own.
    private static final ThreadLocal<Transliterator> NAMES =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower"));
    private static final ThreadLocal<Transliterator> WORDS =
            ThreadLocal.withInitial(() -> Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower"));

    private Spoken() {}

    /** The syllables of a name with spaces between them: {@code yun fan}. */
    public static String syllables(String name) {
        return spaced(NAMES.get(), name);
    }

    /** Of a name: syllables with spaces, then all of them in one, then their initials: {@code yun fan yunfan yf}. */
    public static String of(String name) {
        return inAllWays(syllables(name));
    }

    /** The same of words that are no name: some characters sound otherwise as a surname. */
    public static String ofWords(String words) {
        return inAllWays(spaced(WORDS.get(), words));
    }

    private static String spaced(Transliterator latin, String text) {
        return latin.transliterate(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static String inAllWays(String syllables) {
        var initials = Stream.of(syllables.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> one.substring(0, 1))
                .collect(Collectors.joining());
        return syllables.isEmpty() ? "" : syllables + " " + syllables.replace(" ", "") + " " + initials;
    }
}
