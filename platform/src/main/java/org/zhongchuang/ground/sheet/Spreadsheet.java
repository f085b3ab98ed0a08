package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as an Excel file, written row by row. Cells hold text, so that nothing in them is ever run as a formula. */
public final class Spreadsheet implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    public Spreadsheet(OutputStream out, String title, List<String> columns) {
        this.workbook = new Workbook(out, "Zhongchuang", "1.0");
        this.sheet = workbook.newWorksheet(title);
        add(columns);
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    public void add(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
        if (++row % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        ExportedRows.count(row - 1);
    }
}
