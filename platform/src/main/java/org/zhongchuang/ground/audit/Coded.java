package org.zhongchuang.ground.audit;

import java.util.Optional;
import org.zhongchuang.engine.Text;

/** Whoever writes codes into the record of acts says what they mean: rows keep the codes, readers see words. */
public interface Coded {

    /** What the code means in rows of that act; empty if it is none of theirs. */
    Optional<Text> word(String act, String code);
}
