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

    /** The clause that an item belongs to: 五(二) of 五(二)-2; a clause's own id stays. */
    public static String idOf(String item) {
        var dash = item.indexOf('-');
        return dash < 0 ? item : item.substring(0, dash);
    }
}
