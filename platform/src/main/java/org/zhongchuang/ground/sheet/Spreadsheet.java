package org.zhongchuang.ground.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;

/**
 * A table as an Excel file in one language, written row by row. Its headings are said in both, so that none is left in
 * one. Sums, numbers and days are what they are, so that they can be added up and put in order; words are text, so that
 * nothing in them is ever run as a formula.
 */
public final class Spreadsheet implements AutoCloseable {

    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final Set<Integer> widened = new HashSet<>();
    private int row;

    private final Language language;

    private Spreadsheet(OutputStream out, Language language, Text title, List<Text> columns) {
        this.workbook = new Workbook(out, "Zhongchuang", "1.0");
        this.sheet = workbook.newWorksheet(title.in(language));
        this.language = language;
        add(columns.stream().map(this::words).toList());
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

    /** One value of a row. */
    public static final class Cell {

        private static final int WIDTH_OF_A_DAY = 12;
        private static final int WIDTH_OF_A_MOMENT = 20;
        private static final int WIDTH_OF_A_SUM = 16;

        private final Object value;
        private final String format;
        private final int width;

        private Cell(Object value, String format, int width) {
            this.value = value;
            this.format = format;
            this.width = width;
        }
    }

    /** Words, whoever wrote them, and codes, which keep all their digits. */
    public static Cell text(String words) {
        return new Cell(words, "", 0);
    }

    /** Words of ours, as the reader of this table reads them. */
    public Cell words(Text text) {
        return text(say(text));
    }

    /** A number that is counted with. */
    public static Cell number(long number) {
        return new Cell(number, "", 0);
    }

    public static Cell number(BigDecimal number) {
        return new Cell(number, "", 0);
    }

    /** A sum, in yuan. */
    public static Cell sum(Fen sum) {
        return amount(sum.toYuan());
    }

    /** A sum in another unit than yuan, which its heading names. */
    public static Cell amount(BigDecimal amount) {
        return new Cell(amount, "#,##0.00", Cell.WIDTH_OF_A_SUM);
    }

    /** A day, or nothing. */
    public static Cell day(@Nullable LocalDate day) {
        return day == null ? text("") : new Cell(day, "yyyy-mm-dd", Cell.WIDTH_OF_A_DAY);
    }

    /** A moment of the city's time. */
    public static Cell moment(LocalDateTime moment) {
        return new Cell(moment, "yyyy-mm-dd hh:mm:ss", Cell.WIDTH_OF_A_MOMENT);
    }

    public void add(Cell... cells) {
        add(List.of(cells));
    }

    public void add(List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        if (++row % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(int column, Cell cell) {
        switch (cell.value) {
            case LocalDate day -> sheet.value(row, column, day);
            case LocalDateTime moment -> sheet.value(row, column, moment);
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, String.valueOf(cell.value));
        }
        if (!cell.format.isEmpty()) {
            sheet.style(row, column).format(cell.format).set();
        }
        // Widths stand before the rows in the file, and a day in a narrow column shows as #######.
        if (cell.width > 0 && row < FLUSH_EVERY && widened.add(column)) {
            sheet.width(column, cell.width);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        ExportedRows.count(row - 1);
    }
}
