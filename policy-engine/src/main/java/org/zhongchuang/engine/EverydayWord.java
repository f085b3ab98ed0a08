package org.zhongchuang.engine;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What people say for something, and the words by which the document speaks of it.
 *
 * @param said words of every day, in both languages
 * @param means words that stand in the document
 */
public record EverydayWord(List<Text> said, List<Text> means) {

    public EverydayWord {
        said = List.copyOf(said);
        means = List.copyOf(means);
    }

    /** What the document says for words of every day that somebody typed; empty where it has no other words. */
    static List<Text> meantBy(Collection<EverydayWord> known, String typed) {
        var plain = plain(typed);
        return known.stream()
                .filter(one -> one.said().stream()
                        .flatMap(said -> Stream.of(said.zh(), said.en()))
                        .anyMatch(said -> plain.contains(plain(said))))
                .flatMap(one -> one.means().stream())
                .distinct()
                .toList();
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
