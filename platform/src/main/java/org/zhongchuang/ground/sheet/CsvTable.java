package org.zhongchuang.ground.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.zhongchuang.engine.Fen;

/**
 * A table as lines of text. The one way by which such a table leaves: a text that a spreadsheet would run as a formula
 * is written so that it stays a text, and sums stay numbers.
 */
public final class CsvTable implements AutoCloseable {

    /** What spreadsheets take for the beginning of a formula, in the half-width and the full-width form. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠].*");

    /** Line breaks and other characters that nobody sees: behind one of them a new cell could begin. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+");

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]*");

    private final CsvWriter lines;
    private long rows;

    private CsvTable(Writer out, List<String> columns) {
        this.lines = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        // Spreadsheets in China take a table for GBK unless it says that it is UTF-8.
        lines.writeRecord(columns.stream()
                .map(one -> one.equals(columns.getFirst()) ? "\uFEFF" + one : one)
                .toList());
    }

    /** One value of a row. */
    public static final class Cell {

        private final String written;

        private Cell(String written) {
            this.written = written;
        }
    }

    /** A table as the answer to a request, to be saved under that name. */
    public static CsvTable to(HttpServletResponse response, String name, List<String> columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=" + name);
        return new CsvTable(response.getWriter(), columns);
    }

    public static CsvTable to(Writer out, List<String> columns) {
        return new CsvTable(out, columns);
    }

    /** Words, whoever wrote them. */
    public static Cell text(String words) {
        var plain = UNSEEN.matcher(words).replaceAll(" ");
        return new Cell(FORMULA.matcher(plain).matches() ? "'" + plain : plain);
    }

    /** A number that is counted with. */
    public static Cell number(long number) {
        return new Cell(String.valueOf(number));
    }

    /** A sum, written in yuan. */
    public static Cell sum(Fen sum) {
        return new Cell(sum.yuan());
    }

    /** A long number that names something: a tab in front keeps a spreadsheet from rounding it. */
    public static Cell code(String code) {
        return CODE.matcher(code).matches() ? new Cell("\t" + code) : text(code);
    }

    public void add(Cell... cells) {
        rows++;
        lines.writeRecord(List.of(cells).stream().map(cell -> cell.written).toList());
    }

    @Override
    public void close() {
        ExportedRows.count(rows);
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
