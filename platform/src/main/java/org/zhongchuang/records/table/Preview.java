package org.zhongchuang.records.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.table.Column.Field;

/**
 * Rows of a table as they were read, before anything of them is kept.
 *
 * @param next the row with which the next page begins
 */
public record Preview(List<Row> rows, Optional<Integer> next) {

    public Preview {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet counts
     * @param good whether it can be kept
     * @param cells one for each column of the kind
     */
    public record Row(int number, boolean good, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(TableKind kind, int number, Map<Field, String> typed, RowReader.Read read) {
            var cells = new ArrayList<Cell>();
            for (var column : kind.columns()) {
                var field = column.field();
                var written = RowReader.quoted(typed.getOrDefault(field, "").strip());
                var value = read.values().get(field);
                var shown = value == null ? Text.of(written, written) : RowReader.shown(column, value);
                cells.add(new Cell(
                        column,
                        shown,
                        written.equals(shown.zh()) ? "" : written,
                        Optional.ofNullable(read.mistakes().get(field)),
                        Optional.ofNullable(read.notes().get(field))));
            }
            return new Row(number, read.isGood(), cells);
        }
    }

    /**
     * One value.
     *
     * @param shown as it was read, or as it stands in the table where it could not be
     * @param written as it stands in the table, where it was read otherwise
     */
    public record Cell(Column column, Text shown, String written, Optional<Text> mistake, Optional<Text> note) {}
}
