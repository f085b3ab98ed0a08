package org.zhongchuang.ground.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Cells drawn as one: the first of them holds the value of all. */
final class MergedAreas {

    /** More of them are formatting, not data. */
    static final int MOST = 10_000;

    private final List<Area> areas = new ArrayList<>();
    private final List<Area> open = new ArrayList<>();
    private int next;

    private static final class Area {

        private final int firstRow;
        private final int firstColumn;
        private final int lastRow;
        private final int lastColumn;
        private @Nullable String held;

        Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
            this.firstRow = firstRow;
            this.firstColumn = firstColumn;
            this.lastRow = lastRow;
            this.lastColumn = lastColumn;
        }
    }

    /** The areas of one sheet, which stand behind its rows in the file and are looked for first. */
    static MergedAreas of(List<CellRangeAddress> ranges) {
        var merged = new MergedAreas();
        ranges.stream()
                .sorted(Comparator.comparingInt(CellRangeAddress::getFirstRow))
                .map(one -> new Area(
                        one.getFirstRow() + 1, one.getFirstColumn(), one.getLastRow() + 1, one.getLastColumn()))
                .forEach(merged.areas::add);
        return merged;
    }

    /** Fills the areas that this row lies in; rows come in their order. */
    void fill(int row, List<String> cells) {
        while (next < areas.size() && areas.get(next).firstRow <= row) {
            open.add(areas.get(next++));
        }
        open.removeIf(area -> area.lastRow < row);
        for (var area : open) {
            var last = Math.min(area.lastColumn, SheetReader.MOST_COLUMNS);
            if (area.firstColumn > last) {
                continue;
            }
            while (cells.size() <= last) {
                cells.add("");
            }
            if (row == area.firstRow) {
                area.held = cells.get(area.firstColumn);
            }
            for (int column = area.firstColumn; column <= last; column++) {
                cells.set(column, area.held == null ? "" : area.held);
            }
        }
    }
}
