package org.zhongchuang.ground.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/** Whoever writes codes into the record of acts says what they mean: rows keep the codes, readers see words. */
public interface Coded {

    /** A code as it stands in rows of an act. */
    record Written(String act, String code) {}

    /** What the code means in rows of that act; empty if it is none of theirs. */
    Optional<Text> word(String act, String code);

    /** What many codes mean, looked up at once where that is one question instead of many. */
    default Map<Written, Text> words(Collection<Written> written) {
        var words = new HashMap<Written, Text>();
        written.forEach(one -> word(one.act(), one.code()).ifPresent(word -> words.put(one, word)));
        return words;
    }

    /** What there is to say of things of which their rows themselves say nothing more. */
    default Map<Written, Text> about(Collection<Written> things) {
        return Map.of();
    }

    /** What something said before an act and says after it. */
    record Changed(Text before, Text after) {}

    /** What changed by acts whose details name it; a detail that itself says so is told without. */
    default Map<Written, Changed> changed(Collection<Written> details) {
        return Map.of();
    }

    /** The codes by which rows name what somebody typed as a name or a number. */
    default List<String> codes(String typed) {
        return List.of();
    }
}
