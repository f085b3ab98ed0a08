package org.zhongchuang.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row, so that its length does not matter: the first sheet of an Excel file, or lines of text. */
public final class SheetReader {

    /** More columns than this are formatting, not data. */
    public static final int MOST_COLUMNS = 60;

    private static final int MOST_MERGES = 10_000;
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yd年月日]", Pattern.CASE_INSENSITIVE);

    private SheetReader() {}

    /** Takes one row; cells beyond the last that holds something may be missing. */
    @FunctionalInterface
    public interface RowTaker {

        /**
         * Takes it.
         *
         * @param number as the spreadsheet counts, from 1
         */
        void take(int number, List<String> cells);
    }

    /** The table cannot be read at all. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads whichever of the two it is: an Excel file is a zip, and begins like one. */
    public static void read(Path file, RowTaker taker) throws Unreadable {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(2);
            read(file, first.length == 2 && first[0] == 'P' && first[1] == 'K', taker);
        } catch (IOException e) {
            throw new Unreadable("the table cannot be read", e);
        }
    }

    public static void read(Path file, boolean isExcel, RowTaker taker) throws Unreadable {
        try {
            if (isExcel) {
                excel(file, taker);
            } else {
                text(file, taker);
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException | XMLStreamException | CsvParseException e) {
            throw new Unreadable("the table cannot be read", e);
        }
    }

    /** A merged area: its first cell holds the value of all. */
    private record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    private static void excel(Path file, RowTaker taker) throws IOException, XMLStreamException {
        var merged = merged(file);
        var held = new String[merged.size()];
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                var cells = cells(row);
                for (int i = 0; i < merged.size(); i++) {
                    fill(merged.get(i), row.getRowNum(), cells, held, i);
                }
                taker.take(row.getRowNum(), cells);
            });
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS + 1); i++) {
            var cell = row.getOptionalCell(i).orElse(null);
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    /** What a reader of the spreadsheet sees; of a formula its last result. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || (cell.getType() == CellType.FORMULA && isNumber(cell.getRawValue()))) {
            var format = cell.getDataFormatString();
            if (format != null && DATE_FORMAT.matcher(format).find() && !format.contains("0")) {
                return cell.asDate().toLocalDate().toString();
            }
            return new java.math.BigDecimal(cell.getRawValue())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        var raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static boolean isNumber(@Nullable String raw) {
        return raw != null && raw.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
    }

    private static void fill(Merged area, int row, List<String> cells, String[] held, int which) {
        if (row < area.firstRow() || row > area.lastRow()) {
            return;
        }
        while (cells.size() <= Math.min(area.lastColumn(), MOST_COLUMNS)) {
            cells.add("");
        }
        if (area.firstColumn() >= cells.size()) {
            return;
        }
        if (row == area.firstRow()) {
            held[which] = cells.get(area.firstColumn());
        }
        for (int column = area.firstColumn(); column <= Math.min(area.lastColumn(), cells.size() - 1); column++) {
            cells.set(column, held[which] == null ? "" : held[which]);
        }
    }

    /** Merged areas stand behind the rows in the file, so they are looked for first. */
    private static List<Merged> merged(Path file) throws IOException, XMLStreamException {
        var areas = new ArrayList<Merged>();
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getEntry("xl/worksheets/sheet1.xml");
            if (sheet == null) {
                return areas;
            }
            try (var in = zip.getInputStream(sheet)) {
                var xml = factory.createXMLStreamReader(in);
                while (xml.hasNext() && areas.size() < MOST_MERGES) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("mergeCell")) {
                        var range = RANGE.matcher(String.valueOf(xml.getAttributeValue(null, "ref")));
                        if (range.matches()) {
                            areas.add(new Merged(
                                    Integer.parseInt(range.group(2)),
                                    column(range.group(1)),
                                    Integer.parseInt(range.group(4)),
                                    column(range.group(3))));
                        }
                    }
                }
            }
        }
        return areas;
    }

    private static int column(String letters) {
        var column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static void text(Path file, RowTaker taker) throws IOException {
        var charset = charset(file);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            reader.mark(1 << 16);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            reader.mark(1 << 16);
            var head = reader.readLine();
            reader.reset();
            var separator = head == null ? ',' : head.contains("\t") ? '\t' : head.contains(";") ? ';' : ',';
            try (var lines = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(reader)) {
                for (var line : lines) {
                    taker.take((int) line.getStartingLineNumber(), line.getFields());
                }
            }
        }
    }

    /** UTF-8 if it is that throughout, else the national encoding that spreadsheets in China save by themselves. */
    private static Charset charset(Path file) throws IOException {
        var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var buffer = new char[8192];
            while (reader.read(buffer) >= 0) {
                // read to the end to know
            }
            return UTF_8;
        } catch (CharacterCodingException _) {
            return Charset.forName("GB18030");
        }
    }
}
