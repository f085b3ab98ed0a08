package org.zhongchuang.records.directory;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.Like;

/** Which subjects are meant by what somebody typed, as a condition that the indexes of their names answer. */
final class NameMatch {

    private static final Pattern PAIRS = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern TWO_LETTERS = Pattern.compile("[a-z0-9]{2}");

    private NameMatch() {}

    /** The condition; its values are put beside those of the query. */
    static String of(String typed, Map<String, Object> values) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        values.put("like", "%" + Like.plain(words) + "%");
        var pairs = String.join(
                " ", PAIRS.matcher(words).results().map(MatchResult::group).toList());
        if (!pairs.isEmpty()) {
            // Pairs of neighbouring characters are indexed; what is longer, or written with signs, is compared as well.
            values.put("pairs", pairs);
            return "words @> registry.public_words(:pairs)" + (words.length() > 2 ? " and lower(name) like :like" : "");
        }
        if (TWO_LETTERS.matcher(words).matches()) {
            // The index of sounds begins at three letters; two are a whole syllable or the initials of a whole name.
            values.put("pairs", words);
            return "words @> registry.public_words(:pairs)";
        }
        return "sought like :like";
    }
}
