package org.zhongchuang.records.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.table.Column.Field;

/**
 * Looks at the first rows of a table for its headings: below a title, in one row or in two, in whatever order. The rows
 * in which most columns are known are the headings.
 */
public final class LayoutFinder implements SheetReader.RowTaker {

    private static final int LOOKED_AT = 30;
    private static final int ENOUGH = 2;
    private static final Pattern UNIT_ABOVE = Pattern.compile("单位[:：]?(人民币)?万元");

    private final Headings headings;
    private final List<Row> rows = new ArrayList<>();

    private record Row(int number, List<String> cells) {}

    public LayoutFinder(Headings headings) {
        this.headings = headings;
    }

    @Override
    public boolean take(int number, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(new Row(number, List.copyOf(cells.subList(0, Math.min(cells.size(), SheetReader.MOST_COLUMNS)))));
        }
        return rows.size() < LOOKED_AT;
    }

    /** What was found; without columns where no row looks like headings. */
    public Layout found() {
        var best = new Candidate(0, List.of(), Map.of());
        for (int i = 0; i < rows.size(); i++) {
            var single = candidate(rows.get(i).number(), rows.get(i).cells());
            best = single.knows() > best.knows() ? single : best;
            if (i + 1 < rows.size()) {
                var both = candidate(rows.get(i + 1).number(), together(rows.get(i), rows.get(i + 1)));
                // The second row of headings is one only if it adds something; else it is the first row of data.
                best = both.knows() > best.knows() && both.knows() > single.knows() ? both : best;
            }
        }
        return best.knows() < ENOUGH ? asSaid(OptionalInt.empty()) : best.layout(this);
    }

    /** The layout with the headings in that row, or without any where the row is 0. */
    public Layout asSaid(OptionalInt row) {
        // Where no name is known, the first of the rows with the most different words looks most like headings.
        var number = row.orElseGet(() -> rows.stream()
                .filter(one -> words(one) > 1)
                .max(Comparator.comparingLong(LayoutFinder::words)
                        .thenComparing(Comparator.comparingInt(Row::number).reversed()))
                .map(Row::number)
                .orElse(0));
        return rows.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(one -> candidate(number, one.cells()).layout(this))
                .orElseGet(() -> new Layout(0, unnamed(), Map.of(), false));
    }

    private static long words(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).distinct().count();
    }

    private List<String> unnamed() {
        var widest = rows.stream().mapToInt(one -> one.cells().size()).max().orElse(0);
        return Collections.nCopies(widest, "");
    }

    /** Under a heading over several columns each has one of its own; where it has none, the upper one counts. */
    private List<String> together(Row upper, Row lower) {
        var names = new ArrayList<String>();
        for (int at = 0; at < Math.max(upper.cells().size(), lower.cells().size()); at++) {
            var above = cell(upper, at);
            var below = cell(lower, at);
            names.add(
                    below.isBlank() || below.equals(above) || (!known(below) && known(above))
                            ? above
                            : known(below) || !known(above + below) ? below : above + below);
        }
        return names;
    }

    private boolean known(String heading) {
        return headings.column(heading).isPresent();
    }

    private static String cell(Row row, int at) {
        return at < row.cells().size() ? row.cells().get(at) : "";
    }

    private Candidate candidate(int number, List<String> names) {
        var columns = new HashMap<Integer, Field>();
        Set<Field> taken = new HashSet<>();
        for (int at = 0; at < names.size(); at++) {
            var column = headings.column(names.get(at));
            if (column.isPresent() && taken.add(column.get().field())) {
                columns.put(at, column.get().field());
            }
        }
        return new Candidate(number, names, columns);
    }

    private record Candidate(int number, List<String> names, Map<Integer, Field> columns) {

        int knows() {
            return columns.size();
        }

        Layout layout(LayoutFinder finder) {
            return new Layout(
                    number,
                    names.stream().map(PlainForm::seen).toList(),
                    columns,
                    finder.rows.stream()
                                    .filter(row -> row.number() <= number)
                                    .flatMap(row -> row.cells().stream())
                                    .anyMatch(cell -> UNIT_ABOVE
                                            .matcher(PlainForm.ofName(cell))
                                            .find())
                            || columns.entrySet().stream()
                                    .anyMatch(one -> one.getValue() == Field.AMOUNT
                                            && names.get(one.getKey()).contains("万")));
        }
    }
}
