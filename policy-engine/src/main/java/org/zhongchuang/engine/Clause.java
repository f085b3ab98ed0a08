package org.zhongchuang.engine;

import java.util.List;

/**
 * A numbered paragraph 款 of a document.
 *
 * @param id part and ordinal as printed, such as 五(二)
 * @param title its printed heading, with our English
 */
public record Clause(String id, Text title, Text summary, List<Item> items) {

    public Clause {
        items = List.copyOf(items);
    }
}
