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

    /** What stands before its title: 五、 or 第一章 with a blank; nothing before a preamble. */
    public String ordinal() {
        return id.equals("序") ? "" : id.matches("[一二三四五六七八九十]+") ? id + "、" : id + " ";
    }

    /** What stands before the title of one of its clauses: (二) of 五(二), and 第五条 whole. */
    public String ordinal(Clause clause) {
        return clause.id().startsWith(id) ? clause.id().substring(id.length()) : clause.id();
    }
}
