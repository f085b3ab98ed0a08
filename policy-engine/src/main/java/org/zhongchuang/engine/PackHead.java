package org.zhongchuang.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code pack.yaml}.
 *
 * @param pack the id of the pack, and the name of its folder
 * @param areas the whole city first; none where a pack is used beside another one that has them
 * @param names what the city calls its offices, readers and payers, where it does not use the usual names
 */
record PackHead(
        String pack,
        Document document,
        List<Area> areas,
        @Nullable Names names) {

    PackHead {
        areas = List.copyOf(areas);
    }
}
