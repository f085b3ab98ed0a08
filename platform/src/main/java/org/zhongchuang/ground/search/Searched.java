package org.zhongchuang.ground.search;

import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.access.Actor;

/** A module's part of the one search. */
public interface Searched {

    /** Where its hits stand among those of the others; the smaller comes first. */
    int place();

    /**
     * What it finds for what was typed, the best first: only what that reader may open, and not many more than
     * {@code most}. Asked again with each letter, so every query of the database has an index for it.
     */
    Hits find(Words words, @Nullable Actor actor, int most);
}
