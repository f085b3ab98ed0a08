package org.zhongchuang.ground.access;

import java.util.Optional;
import java.util.Set;

/** Knows where the things of some kinds are. Each module answers for its own, since this one knows no business. */
public interface Keeper {

    Set<Thing> keeps();

    /**
     * Where one thing is; empty when there is none of that name.
     *
     * @param id what addresses and forms call it: an identifier, a number, or several joined by a stroke
     */
    Optional<Whereabouts> find(Thing thing, String id);
}
