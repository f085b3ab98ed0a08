package org.zhongchuang.records.table;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhongchuang.records.table.Column.Field;

/**
 * Where in a table what stands: it is found once, or said by whoever sent the table, and kept with it.
 *
 * @param headings the row of the headings, the last where they take two; 0 where there are none
 * @param names what stands above each column, empty where nothing does
 * @param columns which field stands in which column, from 0
 * @param inTenThousands whether the table says above its rows that amounts are in 万元
 */
public record Layout(int headings, List<String> names, Map<Integer, Field> columns, boolean inTenThousands) {

    public Layout {
        names = List.copyOf(names);
        columns = Map.copyOf(columns);
    }

    /** The same with the columns that somebody said. */
    public Layout with(Map<Integer, Field> said) {
        return new Layout(headings, names, said, inTenThousands);
    }

    /** Columns that a row of this kind needs and the table does not have. */
    List<Column> missing(TableKind kind) {
        return kind.columns().stream()
                .filter(column -> column.required() && !columns.containsValue(column.field()))
                .toList();
    }

    /** What stands above columns that mean nothing to this kind. */
    List<String> unused() {
        return IntStream.range(0, names.size())
                .filter(at -> !columns.containsKey(at) && !names.get(at).isEmpty())
                .mapToObj(names::get)
                .distinct()
                .toList();
    }
}
