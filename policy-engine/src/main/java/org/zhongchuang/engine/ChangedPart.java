package org.zhongchuang.engine;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A part of a document with those of its clauses and items that an amendment words anew. */
final class ChangedPart {

    private ChangedPart() {}

    /** The file of a part in which the clauses and items of another one take the place of those of the same id. */
    static String of(String path, String file, String changes) {
        var part = PackReader.tree(path, file);
        var changed = PackReader.tree(path, changes);
        if (part instanceof ObjectNode whole && changed instanceof ObjectNode) {
            for (var list : List.of("items", "clauses")) {
                changed.path(list).forEach(one -> put(whole.withArray(list), one));
            }
            return PackReader.text(whole);
        }
        return changes;
    }

    private static void put(ArrayNode list, JsonNode one) {
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i).path("id").equals(one.path("id"))) {
                list.set(i, one);
                return;
            }
        }
        list.add(one);
    }
}
