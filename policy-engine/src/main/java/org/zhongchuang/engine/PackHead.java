package org.zhongchuang.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code pack.yaml}.
 *
 * @param pack the id of the pack, and the name of its folder
 * @param areas the whole city first; none where a pack is used beside another one that has them
 * @param names what the city calls its offices, readers and payers, where it does not use the usual names
 * @param amends what the document changes, where it changes another one
 * @param demonstration whether it is invented and holds in a demonstration only
 */
record PackHead(
        String pack,
        Document document,
        List<Area> areas,
        @Nullable Names names,
        @Nullable Amends amends,
        boolean demonstration) {

    PackHead {
        areas = List.copyOf(areas);
    }

    /** What a document changes: the pack of the other one, how open cases go on, and which of its files are gone. */
    record Amends(String pack, Amendment.Open open, List<String> removes) {}

    Optional<Amendment> amendment() {
        return Optional.ofNullable(amends)
                .map(what -> new Amendment(pack, document, what.pack(), what.open(), what.removes(), demonstration));
    }
}
