package org.zhongchuang.ground.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;

/** A table that is taken along speaks the language of the page it was taken from. */
class SpreadsheetTests {

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource({"ZH, 登记册, 名称, 创客空间", "EN, Register, Name, Makerspace"})
    void itsNameItsHeadingsAndWordsOfOursAreInTheReadersLanguage(
            Language language, String title, String heading, String word) throws Exception {
        var response = new MockHttpServletResponse();
        try (var sheet = Spreadsheet.to(
                response, language, "spaces.xlsx", Text.of("登记册", "Register"), List.of(Text.of("名称", "Name")))) {
            sheet.add(sheet.words(Text.of("创客空间", "Makerspace")));
        }

        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=spaces.xlsx");
        var file = Files.write(folder.resolve("spaces.xlsx"), response.getContentAsByteArray());
        var rows = new ArrayList<List<String>>();
        SheetReader.read(file, (_, cells) -> rows.add(List.copyOf(cells)));
        assertThat(rows).containsExactly(List.of(heading), List.of(word));
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(HtmlUtils.htmlUnescape(new String(
                            zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(), UTF_8)))
                    .contains("name=\"" + title + "\"");
        }
    }

    @Test
    void numbersSumsAndDaysCanBeCountedWithAndWordsAreNeverRun() throws Exception {
        var response = new MockHttpServletResponse();
        try (var sheet = Spreadsheet.to(
                response,
                Language.ZH,
                "x.xlsx",
                Text.of("表", "Table"),
                List.of(Text.of("甲", "A"), Text.of("乙", "B")))) {
            sheet.add(
                    Spreadsheet.sum(new Fen(-123_456_789)),
                    Spreadsheet.number(7),
                    Spreadsheet.day(LocalDate.of(2016, 3, 1)),
                    Spreadsheet.day(null),
                    Spreadsheet.text("=1+1"),
                    Spreadsheet.text("913304021234567890"),
                    Spreadsheet.moment(LocalDateTime.of(2016, 3, 1, 18, 30, 5)));
        }

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var row = book.getSheetAt(0).getRow(1);
            var shown = new DataFormatter();
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(-1_234_567.89);
            assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(7);
            assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo("2016-03-01T00:00:00");
            assertThat(shown.formatCellValue(row.getCell(2))).isEqualTo("2016-03-01");
            assertThat(shown.formatCellValue(row.getCell(3))).isEmpty();
            assertThat(row.getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("913304021234567890");
            assertThat(shown.formatCellValue(row.getCell(6))).isEqualTo("2016-03-01 18:30:05");
            assertThat(book.getSheetAt(0).getColumnWidth(2)).isGreaterThan(11 * 256);
        }
    }
}
