package org.zhongchuang.procedure.worklist;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.law.policy.Policies;

/**
 * Which cases are meant by what somebody typed: a number, a part of a name, how the name of the subject sounds, the
 * name of an area or of a programme. Of several words each must be met.
 */
@Component
class CaseWords {

    private static final int MOST_WORDS = 6;
    private static final int MOST_SUBJECTS = 1_000;
    private static final Pattern SOUND = Pattern.compile("[a-z]{2,}");

    private final Policies policies;
    private final JdbcClient jdbc;

    CaseWords(Policies policies, JdbcClient jdbc) {
        this.policies = policies;
        this.jdbc = jdbc;
    }

    /** Adds what the words ask for to conditions that keep to the reader's reach. */
    void add(String words, Conditions conditions) {
        var reach = conditions.sql();
        var typed = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < typed.size(); i++) {
            add(typed.get(i), "word" + i, reach, conditions);
        }
    }

    private void add(String word, String name, String reach, Conditions conditions) {
        var pack = policies.current();
        var areas = named(
                word,
                pack.areas().stream().filter(one -> one.parent() != null),
                one -> one.code(),
                one -> one.name(),
                one -> Spoken.of(one));
        var programmes = named(word, pack.known().stream(), one -> one.id(), one -> one.title(), Spoken::ofWords);
        // One character makes no pair; it is looked up by the text alone.
        var indexed = word.length() > 1 ? "c.words @> registry.public_words(:" + name + ") and " : "";
        conditions.add("(c.number like :%1$sStart or c.space = any (:%1$sSounding)".formatted(name)
                + (areas.length == 0 ? "" : " or c.area = any (:" + name + "Areas)")
                + (programmes.length == 0 ? "" : " or c.programme = any (:" + name + "Programmes)")
                + " or (" + indexed
                + "(c.space_name || ' ' || c.operator_name || ' ' || coalesce(c.number, '')) ilike :" + name
                + "Like))");
        conditions.put(name, word);
        conditions.put(name + "Like", Like.containing(word));
        conditions.put(name + "Start", Like.plain(word.toUpperCase(Locale.ROOT)) + "%");
        conditions.put(name + "Areas", areas);
        conditions.put(name + "Programmes", programmes);
        conditions.put(name + "Sounding", sounding(word.toLowerCase(Locale.ROOT), reach, conditions));
    }

    private interface Name<T, R> extends java.util.function.Function<T, R> {}

    /** The ids of those whose name in either language holds the word, or sounds so in Chinese. */
    private static <T> String[] named(
            String word, Stream<T> all, Name<T, String> id, Name<T, Text> name, Name<String, String> sound) {
        if (word.length() < 2) {
            return new String[0];
        }
        var lower = word.toLowerCase(Locale.ROOT);
        Predicate<Text> written = text ->
                text.zh().contains(word) || text.en().toLowerCase(Locale.ROOT).contains(lower);
        Predicate<Text> spoken = text -> SOUND.matcher(lower).matches() && sounds(sound.apply(text.zh()), lower);
        return all.filter(one -> written.or(spoken).test(name.apply(one)))
                .map(id)
                .toArray(String[]::new);
    }

    /** Two letters are a whole syllable or all initials; three and more a part of the whole. */
    private static boolean sounds(String sound, String typed) {
        return typed.length() > 2 ? sound.contains(typed) : (" " + sound + " ").contains(" " + typed + " ");
    }

    /** Those in the reader's reach who have a case and whose names sound so. */
    private UUID[] sounding(String word, String reach, Conditions conditions) {
        if (!SOUND.matcher(word).matches()) {
            return new UUID[0];
        }
        return conditions
                .bind(jdbc.sql("select s.id from registry.public_subject s where "
                        + (word.length() > 2 ? "s.sought like :soundsLike" : "s.words @> registry.public_words(:sound)")
                        + " and exists (select 1 from casework.public_case_file c where c.space = s.id and " + reach
                        + ") limit " + MOST_SUBJECTS))
                .param("sound", word)
                .param("soundsLike", Like.containing(word))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
