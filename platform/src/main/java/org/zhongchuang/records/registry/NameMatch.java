package org.zhongchuang.records.registry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.PlainForm;

/** Which subjects are meant by what somebody typed, as a condition that the indexes of their names answer. */
public final class NameMatch {

    private static final Pattern PAIRS = Pattern.compile("\\p{IsHan}{2,}");
    private static final Pattern TWO_LETTERS = Pattern.compile("[a-z0-9]{2}");

    private static final Pattern CODE = Pattern.compile("(?=.*[0-9].*[0-9])[0-9A-Z]{8,18}");

    private NameMatch() {}

    /** The condition; its values are put beside those of the query. */
    public static String of(String typed, Map<String, Object> values) {
        var words = PlainForm.narrow(PlainForm.seen(typed)).toLowerCase(Locale.ROOT);
        values.put("like", Like.containing(words));
        var pairs = String.join(
                " ", PAIRS.matcher(words).results().map(MatchResult::group).toList());
        if (!pairs.isEmpty()) {
            // Pairs of neighbouring characters are indexed; what is longer, or written with signs, is compared as well.
            values.put("pairs", pairs);
            values.put("plain", Like.containing(PlainForm.ofName(words)));
            return "words @> registry.public_words(:pairs)" + (words.length() > 2 ? " and plain_name like :plain" : "");
        }
        if (TWO_LETTERS.matcher(words).matches()) {
            // The index of sounds begins at three letters; two are a whole syllable or the initials of a whole name.
            values.put("pairs", words);
            return "words @> registry.public_words(:pairs)";
        }
        // A code is pasted with spaces or a quote in it, and stands in the register without.
        values.put("code", Like.containing(PlainForm.ofCode(words).toLowerCase(Locale.ROOT)));
        return CODE.matcher(PlainForm.ofCode(words)).matches() ? "sought like :code" : "sought like :like";
    }
}
