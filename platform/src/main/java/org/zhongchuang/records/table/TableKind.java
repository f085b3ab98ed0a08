package org.zhongchuang.records.table;

import java.util.List;
import java.util.Optional;

/** What a table is about: the columns that its rows have, by whatever names and in whatever order they come. */
public interface TableKind {

    /** As lists of headings and addresses name it. */
    String id();

    List<Column> columns();

    default Optional<Column> column(Column.Field field) {
        return columns().stream().filter(column -> column.field() == field).findFirst();
    }
}
