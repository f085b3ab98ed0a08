package org.zhongchuang.ground.sheet;

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
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;

/** Reads a table row by row, so that its length does not matter: the first sheet of an Excel file, or lines of text. */
public final class SheetReader {

    /** More columns than this are formatting, not data. */
    public static final int MOST_COLUMNS = 60;

    private static final int LONGEST_FIELD = 1 << 20;

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

    /** The table cannot be read at all, for a reason that its sender is told. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text why;

        Unreadable(Text why) {
            this(why, null);
        }

        private Unreadable(Text why, @Nullable Throwable cause) {
            super(why.en(), cause);
            this.why = why;
        }

        static Unreadable damaged(@Nullable Throwable cause) {
            return new Unreadable(
                    Text.of(
                            "表格打不开，可能已损坏或加了密码，请另存后重试。",
                            "The table cannot be opened; it may be damaged or locked. Save it anew and try again."),
                    cause);
        }

        static Unreadable tooMuch() {
            return new Unreadable(Text.of(
                    "表格里的内容多得超出限度（单元格、文字或工作表太多，或者某个单元格太长）。请只保留要导入的行和列，另存后重试。",
                    "The table holds more than it may: too many cells, texts or sheets, or one cell that is too long."
                            + " Keep only the rows and columns to be read, save it anew and try again."));
        }

        public Text why() {
            return why;
        }
    }

    /** Reads whichever of the two it is: an Excel file is a zip, and begins like one. */
    public static void read(Path file, RowTaker taker) throws Unreadable {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(2);
            read(file, first.length == 2 && first[0] == 'P' && first[1] == 'K', taker);
        } catch (IOException e) {
            throw Unreadable.damaged(e);
        }
    }

    public static void read(Path file, boolean isExcel, RowTaker taker) throws Unreadable {
        try {
            if (isExcel) {
                excel(file, taker);
            } else {
                text(file, taker);
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof SheetXml.TooMuch ? Unreadable.tooMuch() : Unreadable.damaged(e);
        } catch (SheetXml.TooMuch _) {
            throw Unreadable.tooMuch();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw Unreadable.damaged(e);
        }
    }

    private static void excel(Path file, RowTaker taker) throws IOException, XMLStreamException, Unreadable {
        try (var workbook = new ExcelFile(file)) {
            workbook.read(MergedAreas.of(workbook), taker);
        }
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
                    .maxBufferSize(LONGEST_FIELD)
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
