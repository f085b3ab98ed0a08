package org.zhongchuang.engine;

import java.util.List;

/**
 * A part 部分 of a document. Most parts consist of clauses; one may hold items of its own before or instead of them.
 *
 * @param id its ordinal as printed, such as 五; 序 for the preamble
 */
public record Part(String id, Text title, List<Item> items, List<Clause> clauses) {

    public Part {
        items = List.copyOf(items);
        clauses = List.copyOf(clauses);
    }
}
