package org.zhongchuang.ground.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;

/**
 * A table as an Excel file in one language, written row by row. Its headings are said in both, so that none is left in
 * one. Cells hold text, so that nothing in them is ever run as a formula.
 */
public final class Spreadsheet implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    private final Language language;

    private Spreadsheet(OutputStream out, Language language, Text title, List<Text> columns) {
        this.workbook = new Workbook(out, "Zhongchuang", "1.0");
        this.sheet = workbook.newWorksheet(title.in(language));
        this.language = language;
        add(columns.stream().map(this::say).toList());
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    /** A table as the answer to a request, to be saved under that name, in the reader's language. */
    public static Spreadsheet to(
            HttpServletResponse response, Language language, String name, Text title, List<Text> columns)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=" + name);
        return new Spreadsheet(response.getOutputStream(), language, title, columns);
    }

    /** Words of ours as the reader of this table reads them. */
    public String say(Text text) {
        return text.in(language);
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
