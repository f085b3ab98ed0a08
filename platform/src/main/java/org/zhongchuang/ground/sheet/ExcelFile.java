package org.zhongchuang.ground.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.sheet.CellText.Format;
import org.zhongchuang.ground.sheet.SheetReader.RowTaker;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/**
 * The first visible sheet of an Excel file (ECMA-376, transitional and strict), read row by row.
 *
 * <p>The library opens the package and knows the formats; the cells are walked here. Each bound is looked at before
 * anything of that size is made: a reference to a far column, a number of a million digits or a text that is not there
 * is refused in words or kept as it is written. (The library's own walker reads texts that formulas give as numbers,
 * and knows neither written days nor the strict edition.)
 */
final class ExcelFile implements AutoCloseable {

    private static final int MOST_CELLS = 10_000_000;
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");
    private static final Pattern RANGE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}");
    private static final Set<String> KINDS = Set.of("n", "s", "str", "inlineStr", "b", "e", "d");

    private final OPCPackage file;
    private final XSSFReader parts;
    private final List<String> texts;
    private final List<Format> formats;
    private final WorkbookXml workbook;

    ExcelFile(Path path) throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
        PackageBounds.check(path);
        this.file = OPCPackage.open(path.toFile(), PackageAccess.READ);
        try {
            this.parts = new XSSFReader(file, true);
            this.workbook = WorkbookXml.read(parts.getWorkbookData());
            this.texts = WorkbookXml.texts(part(XSSFRelation.SHARED_STRINGS));
            this.formats = WorkbookXml.formats(part(XSSFRelation.STYLES));
        } catch (IOException | OpenXML4JException | XMLStreamException | Unreadable | RuntimeException e) {
            file.revert();
            throw e;
        }
    }

    /** A part by its kind, which both editions call alike; the relations to it they do not. */
    private @Nullable InputStream part(XSSFRelation kind) throws IOException {
        var found = file.getPartsByContentType(kind.getContentType());
        return found.isEmpty() ? null : found.getFirst().getInputStream();
    }

    /** Hands over each row that the sheet holds, until no more are wanted. */
    void read(RowTaker taker) throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
        var merged = merged();
        var cells = 0;
        var number = 0;
        try (var xml = new SheetXml(sheet())) {
            while (xml.nextElement()) {
                if (xml.name().equals("row")) {
                    number = rowNumber(xml, number);
                    var row = new ArrayList<String>();
                    cells += readRow(xml, number, row);
                    if (cells > MOST_CELLS) {
                        throw Unreadable.tooMuch();
                    }
                    merged.fill(number, row);
                    if (!taker.take(number, row)) {
                        return;
                    }
                }
            }
        }
    }

    private InputStream sheet() throws IOException, OpenXML4JException {
        return parts.getSheet(workbook.firstSheet());
    }

    private MergedAreas merged() throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
        var ranges = new ArrayList<CellRangeAddress>();
        try (var xml = new SheetXml(sheet())) {
            while (xml.nextElement()) {
                var range = xml.name().equals("mergeCell") ? xml.attribute("ref") : null;
                if (range != null && RANGE.matcher(range).matches()) {
                    if (ranges.size() == MergedAreas.MOST) {
                        throw Unreadable.tooMuch();
                    }
                    ranges.add(CellRangeAddress.valueOf(range));
                }
            }
        }
        return MergedAreas.of(ranges);
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
        var column = reference.matches() ? CellReference.convertColStringToIndex(reference.group(1)) : LAST_COLUMN;
        if (column >= LAST_COLUMN) {
            throw new Unreadable(Text.of(
                    "第" + row + "行有一个位置不可能的单元格：" + CellText.shortened(written) + "。请在Excel中另存后重试。",
                    "Row " + row + " has a cell at a place that cannot be: " + CellText.shortened(written)
                            + ". Save the table anew in Excel and try again."));
        }
        return column;
    }

    private String cell(SheetXml xml, int row, int column) throws XMLStreamException, Unreadable {
        var kind = xml.attribute("t") == null ? "n" : String.valueOf(xml.attribute("t"));
        var style = xml.attribute("s");
        if (!KINDS.contains(kind)) {
            throw odd(row, column, kind);
        }
        var value = "";
        var computed = false;
        while (xml.nextElementIn("c")) {
            switch (xml.name()) {
                case "v", "is" -> value = xml.text();
                case "f" -> computed = true;
                default -> {}
            }
        }
        if (value.isEmpty()) {
            return computed && kind.equals("n") ? CellTrouble.NOT_COMPUTED : "";
        }
        return switch (kind) {
            case "s" -> {
                var which = value.strip();
                if (!which.matches("[0-9]{1,7}") || Integer.parseInt(which) >= texts.size()) {
                    throw odd(row, column, which);
                }
                yield texts.get(Integer.parseInt(which));
            }
            case "n" -> CellText.ofNumber(value.strip(), format(style), workbook.from1904());
            case "d" -> CellText.ofDay(value.strip());
            case "b" ->
                CellText.ofBoolean(value.strip().equals("1") || value.strip().equals("true"));
            default -> value;
        };
    }

    private Format format(@Nullable String style) {
        return style != null && style.matches("[0-9]{1,6}") && Integer.parseInt(style) < formats.size()
                ? formats.get(Integer.parseInt(style))
                : Format.PLAIN;
    }

    private static Unreadable odd(int row, int column, String what) {
        return new Unreadable(Text.of(
                "第" + row + "行第" + (column + 1) + "列的单元格读不懂（" + CellText.shortened(what) + "）。请在Excel中另存后重试。",
                "The cell in row " + row + ", column " + (column + 1) + " cannot be read (" + CellText.shortened(what)
                        + "). Save the table anew in Excel and try again."));
    }

    @Override
    public void close() {
        file.revert();
    }
}
