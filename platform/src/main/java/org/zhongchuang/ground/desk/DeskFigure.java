package org.zhongchuang.ground.desk;

import java.math.BigDecimal;
import java.util.List;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/**
 * A few figures that somebody answers for, as a table and its chart.
 *
 * @param id of its table on the page; letters and hyphens
 * @param address where they stand in full
 * @param of what stands in the first column
 * @param series what the other columns hold
 */
public record DeskFigure(String id, Text title, String address, Text of, List<Text> series, List<Row> rows) {

    public DeskFigure {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        for (var row : rows) {
            if (row.values().size() != series.size()) {
                throw new IllegalArgumentException(id + " has a row of another length");
            }
        }
    }

    /** A line of the table, with one value for each column. */
    public record Row(Text label, List<Value> values) {

        public Row {
            values = List.copyOf(values);
        }
    }

    /** What stands in a cell: how it is drawn, and how it is written. */
    public sealed interface Value {

        BigDecimal drawn();
    }

    /** How many of something. */
    public record Count(long many) implements Value {

        @Override
        public BigDecimal drawn() {
            return BigDecimal.valueOf(many);
        }
    }

    /** A sum of money, drawn in yuan. */
    public record Sum(Fen fen) implements Value {

        @Override
        public BigDecimal drawn() {
            return fen.toYuan();
        }
    }

    /** A part of a hundred. */
    public record Share(int percent) implements Value {

        @Override
        public BigDecimal drawn() {
            return BigDecimal.valueOf(percent);
        }
    }
}
