package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/** Cells drawn as one: the first of them holds the value of all. */
final class MergedAreas {

    private static final int MOST = 10_000;
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");

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

    /** They stand behind the rows in the file, so they are looked for first. */
    static MergedAreas of(ExcelFile file) throws IOException, XMLStreamException, Unreadable {
        var merged = new MergedAreas();
        try (var xml = file.part(file.firstSheet())) {
            while (xml.nextElement()) {
                if (xml.name().equals("mergeCell")) {
                    merged.add(String.valueOf(xml.attribute("ref")));
                }
            }
        }
        merged.areas.sort(java.util.Comparator.comparingInt(area -> area.firstRow));
        return merged;
    }

    private void add(String written) throws Unreadable {
        var range = RANGE.matcher(written);
        if (range.matches()) {
            if (areas.size() == MOST) {
                throw Unreadable.tooMuch();
            }
            areas.add(new Area(
                    Integer.parseInt(range.group(2)),
                    column(range.group(1)),
                    Integer.parseInt(range.group(4)),
                    column(range.group(3))));
        }
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

    /** The number of a column from 0, by its letters. */
    static int column(String letters) {
        var column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
