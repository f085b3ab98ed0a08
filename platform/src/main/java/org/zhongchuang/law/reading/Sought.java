package org.zhongchuang.law.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Spoken;

/**
 * What somebody looks for in a document: their words however they are spaced, how they sound, and where they are words
 * of every day, the words of the document for them.
 *
 * @param words as typed
 * @param meant what the document says for them, where it says it otherwise
 */
public record Sought(String words, List<Text> meant) {

    /** The syllables of texts of the document, which are few and stay the same. */
    private static final Map<String, String> SOUNDS = new ConcurrentHashMap<>();

    private static final int MOST_SOUNDS = 5_000;
    private static final int FEWEST_LETTERS = 3;

    public static Sought in(PolicyPack pack, String words) {
        return new Sought(words.strip(), words.isBlank() ? List.of() : pack.meantBy(PlainForm.narrow(words)));
    }

    /** Whether a text speaks of it; nothing sought stands everywhere. */
    public boolean standsIn(String text) {
        return holds(text, words)
                || soundsIn(text)
                || meant.stream().anyMatch(one -> holds(text, isChinese() ? one.zh() : one.en()));
    }

    /** Words in one language are looked for by the document's words in the same. */
    private boolean isChinese() {
        return words.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    /** Blanks mean nothing between Chinese characters; several words may stand apart. */
    private static boolean holds(String text, String words) {
        var plain = plain(text);
        var parts = Stream.of(PlainForm.narrow(words).strip().split("\\s+", -1))
                .map(Sought::plain)
                .toList();
        return plain.contains(String.join("", parts))
                || (parts.stream().allMatch(one -> one.length() > 1)
                        && parts.stream().allMatch(plain::contains));
    }

    private static String plain(String text) {
        return PlainForm.narrow(text).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the letters are how some of its words sound, from the beginning of a syllable on. */
    private boolean soundsIn(String text) {
        var letters = plain(words).replace("'", "");
        if (letters.length() < FEWEST_LETTERS || !letters.matches("[a-z]+")) {
            return false;
        }
        if (SOUNDS.size() > MOST_SOUNDS) {
            SOUNDS.clear();
        }
        var syllables = SOUNDS.computeIfAbsent(text, Spoken::syllables).split(" ", -1);
        for (int at = 0; at < syllables.length; at++) {
            var sound = new StringBuilder();
            for (int next = at; next < syllables.length && sound.length() < letters.length(); next++) {
                sound.append(syllables[next]);
            }
            if (sound.toString().equals(letters)) {
                return true;
            }
        }
        return false;
    }
}
