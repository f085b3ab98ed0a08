package org.zhongchuang.ground.sheet;

import static java.nio.charset.StandardCharsets.UTF_16;
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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;

/**
 * Reads a table row by row, so that its length does not matter: the first visible sheet of an Excel file, of today or
 * of before 2007, or lines of text.
 */
public final class SheetReader {

    /** More columns than this are formatting, not data. */
    public static final int MOST_COLUMNS = 60;

    private static final int LONGEST_FIELD = 1 << 20;
    private static final int HEAD = 4096;

    private SheetReader() {}

    /** Takes one row; cells beyond the last that holds something may be missing. */
    @FunctionalInterface
    public interface RowTaker {

        /**
         * Takes it.
         *
         * @param number as the spreadsheet counts, from 1
         * @return whether the next one is wanted
         */
        boolean take(int number, List<String> cells);
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
                            "表格打不开，可能已损坏，请另存后重试。",
                            "The table cannot be opened; it may be damaged. Save it anew and try again."),
                    cause);
        }

        static Unreadable locked(@Nullable Throwable cause) {
            return new Unreadable(
                    Text.of(
                            "表格设有打开密码，系统读不了。请在Excel或WPS中取消密码（文件—信息—保护工作簿），保存后再传。",
                            "The table can only be opened with a password. Take the password off in Excel or WPS, save it and send it again."),
                    cause);
        }

        static Unreadable tooMuch() {
            return new Unreadable(Text.of(
                    "表格里的内容多得超出限度（单元格、文字或工作表太多，或者某个单元格太长）。请只保留要导入的行和列，另存后重试。",
                    "The table holds more than it may: too many cells, texts or sheets, or one cell that is too long."
                            + " Keep only the rows and columns to be read, save it anew and try again."));
        }

        static Unreadable tooLong() {
            return new Unreadable(Text.of(
                    "文字里有一格超过%,d字，超出限度。可能粘贴的不是表格，或者有一个引号没有成对；内容多的请存为Excel文件上传。".formatted(LONGEST_FIELD),
                    "One cell of the text is longer than %,d characters, which is the limit. Perhaps it is no table, or a quotation mark has no other; send much content as an Excel file."
                            .formatted(LONGEST_FIELD)));
        }

        public Text why() {
            return why;
        }
    }

    /** Reads whichever of the three it is, by how it begins. */
    public static void read(Path file, RowTaker taker) throws Unreadable {
        var taking = new Taking(taker);
        try {
            switch (FileMagic.valueOf(file.toFile())) {
                case OOXML -> excel(file, taking);
                case OLE2 -> oldExcel(file, taking);
                case FileMagic _ -> text(file, taking);
            }
        } catch (EncryptedDocumentException e) {
            throw Unreadable.locked(e);
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof PackageBounds.TooMuch
                    ? Unreadable.tooMuch()
                    : Unreadable.damaged(e);
        } catch (PackageBounds.TooMuch _) {
            throw Unreadable.tooMuch();
        } catch (CsvParseException _) {
            throw Unreadable.tooLong();
        } catch (IOException | OpenXML4JException e) {
            throw Unreadable.damaged(e);
        } catch (RuntimeException e) {
            // The library tells of damaged files in many ways; what the taker of the rows throws is its own affair.
            if (taking.failed) {
                throw e;
            }
            throw Unreadable.damaged(e);
        }
    }

    /** Reads one that is not kept: it lies on the disk as long as it is read. */
    public static void read(byte[] table, RowTaker taker) throws Unreadable {
        try {
            var file = Files.createTempFile("table-", "");
            try {
                Files.write(file, table);
                read(file, taker);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Taking implements RowTaker {

        private final RowTaker taker;
        private boolean failed;

        Taking(RowTaker taker) {
            this.taker = taker;
        }

        @Override
        public boolean take(int number, List<String> cells) {
            failed = true;
            var more = taker.take(number, cells);
            failed = false;
            return more;
        }
    }

    private static void excel(Path file, RowTaker taker)
            throws IOException, OpenXML4JException, XMLStreamException, Unreadable {
        try (var workbook = new ExcelFile(file)) {
            workbook.read(taker);
        }
    }

    private static void oldExcel(Path file, RowTaker taker) throws IOException, Unreadable {
        try (var store = new POIFSFileSystem(file.toFile(), true)) {
            if (store.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw Unreadable.locked(null);
            }
            new OldExcelFile(store).read(taker);
        }
    }

    private static void text(Path file, RowTaker taker) throws IOException {
        var charset = charset(file);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            reader.mark(1 << 16);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            var separator = separator(reader);
            try (var lines = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_FIELD)
                    .ofCsvRecord(reader)) {
                for (var line : lines) {
                    if (!taker.take((int) line.getStartingLineNumber(), line.getFields())) {
                        return;
                    }
                }
            }
        }
    }

    /** What stands most often in the first lines: above the headings there may be a title without any. */
    private static char separator(BufferedReader reader) throws IOException {
        var head = new char[HEAD];
        reader.mark(HEAD);
        var length = reader.read(head);
        reader.reset();
        var text = new String(head, 0, Math.max(length, 0));
        return Stream.of('\t', ',', ';')
                .max(Comparator.comparingLong(
                        one -> text.chars().filter(c -> c == one).count()))
                .filter(one -> text.indexOf(one) >= 0)
                .orElse(',');
    }

    /**
     * UTF-16 where its mark stands first; UTF-8 if it is that throughout, else the national encoding that spreadsheets
     * in China save by themselves.
     */
    private static Charset charset(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = in.readNBytes(2);
            if (mark.length == 2 && ((mark[0] ^ mark[1]) & 0xFF) == 1 && (mark[0] & 0xFE) == 0xFE) {
                return UTF_16;
            }
        }
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
