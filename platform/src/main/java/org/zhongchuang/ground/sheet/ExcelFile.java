package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.sheet.SheetReader.RowTaker;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/**
 * The first sheet of an Excel file (ECMA-376, both editions), read row by row.
 *
 * <p>Each bound is looked at before anything of that size is made: a reference to a far column, a number of a million
 * digits or a text that is not there is refused in words or kept as it is written.
 */
final class ExcelFile implements AutoCloseable {

    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_TEXTS = 1_000_000;
    private static final int MOST_CHARACTERS = 16_000_000;
    private static final int MOST_FORMATS = 65_536;
    private static final int MOST_CELLS = 10_000_000;
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    private final ZipFile zip;
    private final List<String> texts = new ArrayList<>();
    private final List<Boolean> styleIsDate = new ArrayList<>();
    private boolean from1904;

    ExcelFile(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    /** Hands over each row that the sheet holds. */
    void read(MergedAreas merged, RowTaker taker) throws IOException, XMLStreamException, Unreadable {
        var sheet = firstSheet();
        readTexts();
        readStyles();
        var cells = 0;
        var number = 0;
        try (var xml = part(sheet)) {
            while (xml.nextElement()) {
                if (xml.name().equals("row")) {
                    number = rowNumber(xml, number);
                    var row = new ArrayList<String>();
                    cells += readRow(xml, number, row);
                    if (cells > MOST_CELLS) {
                        throw Unreadable.tooMuch();
                    }
                    merged.fill(number, row);
                    taker.take(number, row);
                }
            }
        }
    }

    /** Where the first sheet of the workbook lies in the file. */
    String firstSheet() throws IOException, XMLStreamException, Unreadable {
        var id = "";
        try (var xml = part("xl/workbook.xml")) {
            var sheets = 0;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "workbookPr" ->
                        from1904 = Set.of("1", "true").contains(String.valueOf(xml.attribute("date1904")));
                    case "sheet" -> {
                        sheets++;
                        id = id.isEmpty() ? String.valueOf(xml.attributeOfAnyNamespace("id")) : id;
                    }
                    default -> {}
                }
                if (sheets > MOST_SHEETS) {
                    throw Unreadable.tooMuch();
                }
            }
        }
        try (var xml = part("xl/_rels/workbook.xml.rels")) {
            while (xml.nextElement()) {
                var target = xml.attribute("Target");
                if (id.equals(xml.attribute("Id")) && target != null) {
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
        }
        throw new Unreadable(Text.of("Excel文件里没有工作表。", "The Excel file has no sheet."));
    }

    SheetXml part(String name) throws IOException, XMLStreamException, Unreadable {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw Unreadable.damaged(null);
        }
        return new SheetXml(zip.getInputStream(entry));
    }

    private void readTexts() throws IOException, XMLStreamException, Unreadable {
        if (zip.getEntry("xl/sharedStrings.xml") == null) {
            return;
        }
        var characters = 0;
        try (var xml = part("xl/sharedStrings.xml")) {
            while (xml.nextElement()) {
                if (xml.name().equals("si")) {
                    var text = xml.text();
                    characters += text.length();
                    if (texts.size() == MOST_TEXTS || characters > MOST_CHARACTERS) {
                        throw Unreadable.tooMuch();
                    }
                    texts.add(text);
                }
            }
        }
    }

    /** Which cell formats show a number as a day. */
    private void readStyles() throws IOException, XMLStreamException, Unreadable {
        if (zip.getEntry("xl/styles.xml") == null) {
            return;
        }
        Map<String, String> written = new HashMap<>();
        try (var xml = part("xl/styles.xml")) {
            while (xml.nextElement()) {
                if (xml.name().equals("numFmt") && written.size() < MOST_FORMATS) {
                    written.put(String.valueOf(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
                } else if (xml.name().equals("cellXfs")) {
                    while (xml.nextElementIn("cellXfs")) {
                        if (xml.name().equals("xf") && styleIsDate.size() < MOST_FORMATS) {
                            var id = String.valueOf(xml.attribute("numFmtId"));
                            styleIsDate.add(CellText.isDay(id, written.get(id)));
                        }
                    }
                }
            }
        }
    }

    private static int rowNumber(SheetXml xml, int before) throws Unreadable {
        var written = xml.attribute("r");
        if (written == null) {
            return before + 1;
        }
        if (!written.matches("[0-9]{1,7}") || Integer.parseInt(written) < 1 || Integer.parseInt(written) > LAST_ROW) {
            throw new Unreadable(Text.of(
                    "表格的行号不对：" + CellText.shortened(written) + "。请在Excel中另存后重试。",
                    "The table has a row that cannot be: " + CellText.shortened(written)
                            + ". Save it anew in Excel and try again."));
        }
        return Integer.parseInt(written);
    }

    /** Reads one row and returns how many cells it was written with. */
    private int readRow(SheetXml xml, int number, List<String> row) throws XMLStreamException, Unreadable {
        var cells = 0;
        var column = -1;
        while (xml.nextElementIn("row")) {
            if (!xml.name().equals("c")) {
                continue;
            }
            if (++cells > LAST_COLUMN) {
                throw Unreadable.tooMuch();
            }
            column = column(xml, number, column);
            var place = Math.min(column, SheetReader.MOST_COLUMNS);
            var text = cell(xml, number, column);
            if (!text.isEmpty()) {
                while (row.size() <= place) {
                    row.add("");
                }
                row.set(place, column == place ? text : "");
            }
        }
        return cells;
    }

    private static int column(SheetXml xml, int row, int before) throws Unreadable {
        var written = xml.attribute("r");
        if (written == null) {
            return before + 1;
        }
        var reference = REFERENCE.matcher(written);
        var column = reference.matches() ? MergedAreas.column(reference.group(1)) : LAST_COLUMN;
        if (column >= LAST_COLUMN) {
            throw new Unreadable(Text.of(
                    "第" + row + "行有一个位置不可能的单元格：" + CellText.shortened(written) + "。请在Excel中另存后重试。",
                    "Row " + row + " has a cell at a place that cannot be: " + CellText.shortened(written)
                            + ". Save the table anew in Excel and try again."));
        }
        return column;
    }

    private static final Set<String> KINDS = new HashSet<>(List.of("n", "s", "str", "inlineStr", "b", "e", "d"));

    private String cell(SheetXml xml, int row, int column) throws XMLStreamException, Unreadable {
        var kind = xml.attribute("t") == null ? "n" : String.valueOf(xml.attribute("t"));
        var style = xml.attribute("s");
        if (!KINDS.contains(kind)) {
            throw odd(row, column, kind);
        }
        var value = "";
        while (xml.nextElementIn("c")) {
            if (xml.name().equals("v") || xml.name().equals("is")) {
                value = xml.text();
            }
        }
        if (value.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case "s" -> {
                var which = value.strip();
                if (!which.matches("[0-9]{1,7}") || Integer.parseInt(which) >= texts.size()) {
                    throw odd(row, column, which);
                }
                yield texts.get(Integer.parseInt(which));
            }
            case "n" -> CellText.ofNumber(value.strip(), isDay(style), from1904);
            case "d" -> CellText.ofDay(value.strip());
            default -> value;
        };
    }

    private boolean isDay(@org.jspecify.annotations.Nullable String style) {
        return style != null
                && style.matches("[0-9]{1,6}")
                && Integer.parseInt(style) < styleIsDate.size()
                && styleIsDate.get(Integer.parseInt(style));
    }

    private static Unreadable odd(int row, int column, String what) {
        return new Unreadable(Text.of(
                "第" + row + "行第" + (column + 1) + "列的单元格读不懂（" + CellText.shortened(what) + "）。请在Excel中另存后重试。",
                "The cell in row " + row + ", column " + (column + 1) + " cannot be read (" + CellText.shortened(what)
                        + "). Save the table anew in Excel and try again."));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
