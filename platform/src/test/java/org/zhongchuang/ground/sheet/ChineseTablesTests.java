package org.zhongchuang.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/** Tables as Excel and WPS write them in China: what is read is what their owner sees on the screen. */
class ChineseTablesTests {

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource({
        "date-builtin-31.xlsx, 2, 2016-03-01",
        "date-format-804.xlsx, 2, 2016-03-01",
        "iso-date-cell.xlsx, 2, 2016-03-01",
        "strict-ooxml.xlsx, 2, 2016-03-01",
        "amount-typed-decimal.xlsx, 1, 4.6",
        "amount-format-wan.xlsx, 1, 30万元",
        "error-cells.xlsx, 0, #N/A",
    })
    void aCellIsReadAsItIsShown(String file, int column, String shown) throws Exception {
        assertThat(table(file).get(1)).element(column).isEqualTo(shown);
    }

    @Test
    void theFirstSheetToTheEyeIsReadWithItsOwnMergedCells() throws Exception {
        assertThat(table("sheet-order.xlsx")).extracting(List::getFirst).containsExactly("活动名称", "甲活动", "乙活动", "丙活动");
    }

    @Test
    void ofALongNumberItIsSeenThatItsLastDigitsAreLost() throws Exception {
        var code = table("code-as-number-passes.xlsx").get(1).get(1);

        assertThat(code).isEqualTo("9.13304021100011E+17");
        assertThat(CellTrouble.in(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileOfTheOldKindIsReadLikeOneOfToday(boolean old) throws Exception {
        var file = folder.resolve("台账");
        try (var book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            book.createSheet("隐藏").createRow(0).createCell(0).setCellValue("不看");
            fill(book, book.createSheet("活动"));
            book.createSheet("说明").addMergedRegion(CellRangeAddress.valueOf("A1:A5"));
            book.setSheetOrder("活动", 2);
            book.setSheetHidden(0, true);
            book.setSheetOrder("活动", 1);
            write(file, book);
        }

        assertThat(read(file))
                .containsExactly(
                        List.of("2016年活动台账", "2016年活动台账"),
                        List.of("名称", "日期", "人数", "金额", "开放"),
                        List.of("沙龙", "2016-03-01", "30", "4.6", "TRUE"),
                        List.of("沙龙", "2016-03-02", "#DIV/0!", "30万元", "沙龙甲"));
    }

    private static void fill(Workbook book, Sheet sheet) {
        var day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("[$-804]yyyy\"年\"m\"月\"d\"日\";@"));
        var chinese = book.createCellStyle();
        chinese.setDataFormat((short) 31);
        var tenThousands = book.createCellStyle();
        tenThousands.setDataFormat(book.createDataFormat().getFormat("0\"万元\""));
        sheet.createRow(0).createCell(0).setCellValue("2016年活动台账");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
        var headings = sheet.createRow(1);
        var names = List.of("名称", "日期", "人数", "金额", "开放");
        for (int i = 0; i < names.size(); i++) {
            headings.createCell(i).setCellValue(names.get(i));
        }
        var first = sheet.createRow(2);
        first.createCell(0).setCellValue("沙龙");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A3:A4"));
        first.createCell(1).setCellValue(42430);
        first.getCell(1).setCellStyle(day);
        first.createCell(2).setCellValue(30);
        first.createCell(3).setCellValue(4.6);
        first.createCell(4).setCellValue(true);
        var second = sheet.createRow(3);
        second.createCell(1).setCellValue(42431);
        second.getCell(1).setCellStyle(chinese);
        second.createCell(2).setCellFormula("1/0");
        second.createCell(3).setCellValue(30);
        second.getCell(3).setCellStyle(tenThousands);
        second.createCell(4).setCellFormula("A3&\"甲\"");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42430 | yyyy/m/d | 2016-03-01",
                "42430 | yyyy\\-mm\\-dd | 2016-03-01",
                "42430 | m\"月\"d\"日\" | 2016-03-01",
                "42430.5 | yyyy/m/d\\ h:mm;@ | 2016-03-01",
                "42430 | [DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@ | 2016-03-01",
                "300000 | 0!.0,\"万\" | 300000",
                "300000 | #,##0.00 | 300000",
                "30.5 | #,##0.00\"万元\" | 30.5万元",
                "30 | 0.00万 | 30万",
                "30 | 0\"元\" | 30",
                "0.1 | 0.0\"万人\" | 0.1万",
            })
    void aNumberIsReadByItsFormat(double number, String format, String shown) throws Exception {
        for (var book : List.of(new HSSFWorkbook(), new XSSFWorkbook())) {
            try (book) {
                var cell = book.createSheet().createRow(0).createCell(0);
                cell.setCellValue(number);
                var style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(format));
                cell.setCellStyle(style);
                write(folder.resolve("one"), book);
            }
            assertThat(read(folder.resolve("one"))).containsExactly(List.of(shown));
        }
    }

    @Test
    void aFormulaThatWasNeverWorkedOutIsNoEmptyCell() throws Exception {
        try (var book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellFormula("1+1");
            write(folder.resolve("raw"), book);
        }

        assertThat(CellTrouble.in(read(folder.resolve("raw")).getFirst().getFirst()))
                .hasValueSatisfying(what -> assertThat(what.zh()).contains("没有算出"));
    }

    @Test
    void aFileWithAPasswordIsToldAsOne() throws Exception {
        var locked = folder.resolve("locked.xlsx");
        try (var store = new POIFSFileSystem();
                var book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("x");
            var seal = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            seal.confirmPassword("geheim");
            try (var out = seal.getDataStream(store)) {
                book.write(out);
            }
            try (var out = Files.newOutputStream(locked)) {
                store.writeFilesystem(out);
            }
        }
        var old = folder.resolve("locked.xls");
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("x");
            write(old, book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        for (var file : List.of(locked, old)) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOfSatisfying(
                            Unreadable.class, e -> assertThat(e.why().zh()).contains("打开密码"));
        }
    }

    @Test
    void textThatExcelSavesAsUnicodeIsRead() throws Exception {
        var file = folder.resolve("unicode.txt");
        Files.write(file, "\uFEFF名称\t日期\n沙龙\t2016/3/1\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(file)).containsExactly(List.of("名称", "日期"), List.of("沙龙", "2016/3/1"));
    }

    @Test
    void aTitleWithoutSeparatorsAboveTheHeadingsHidesNone() throws Exception {
        var file = folder.resolve("title.txt");
        Files.writeString(file, "二〇一六年台账\n名称\t日期\n沙龙\t2016/3/1\n");

        assertThat(read(file)).element(1).isEqualTo(List.of("名称", "日期"));
    }

    @Test
    void noMoreRowsAreReadThanAreWanted() throws Exception {
        var seen = new ArrayList<Integer>();

        SheetReader.read(path("sheet-order.xlsx"), (number, _) -> {
            seen.add(number);
            return number < 2;
        });

        assertThat(seen).containsExactly(1, 2);
    }

    private static void write(Path file, Workbook book) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    private static List<List<String>> table(String name) throws Unreadable, URISyntaxException {
        return read(path(name));
    }

    private static Path path(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ChineseTablesTests.class.getResource("/tables/" + name))
                .toURI());
    }

    private static List<List<String>> read(Path file) throws Unreadable {
        var rows = new ArrayList<List<String>>();
        SheetReader.read(file, (_, cells) -> rows.add(List.copyOf(cells)));
        return rows;
    }
}
