package org.zhongchuang.ground.audit;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/** Whoever writes codes into the record of acts says what they mean: rows keep the codes, readers see words. */
public interface Coded {

    /** What the code means in rows of that act; empty if it is none of theirs. */
    Optional<Text> word(String act, String code);

    /** What there is to say of a thing of which the row itself says nothing more. */
    default Optional<Text> about(String act, String thing) {
        return Optional.empty();
    }

    /** The codes by which rows name what somebody typed as a name or a number. */
    default List<String> codes(String typed) {
        return List.of();
    }
}
