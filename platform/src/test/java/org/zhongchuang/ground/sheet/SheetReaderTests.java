package org.zhongchuang.ground.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.ground.sheet.SheetReader.Unreadable;

/** Tables as a careless program or a malicious person makes them: each cell is read or refused in words. */
class SheetReaderTests {

    @TempDir
    private Path folder;

    @Test
    void aFarColumnIsRefusedBeforeARowOfThatLengthIsMade() {
        assertRefused("<c r=\"ZZZZZZ2\"><v>1</v></c>", "位置不可能");
        assertRefused("<c r=\"XFE2\"><v>1</v></c>", "位置不可能");
    }

    @Test
    void theLastColumnThatExcelHasCostsNoMoreThanTheSixtyFirst() throws Exception {
        assertThat(row("<c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>2</v></c>"))
                .hasSize(SheetReader.MOST_COLUMNS + 1)
                .startsWith("1")
                .endsWith("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E200000000", "1E999999999", "1E20000000", "-1E-200000000", "1E100", "NaN", "1e", "--1", "0x10"
            })
    void aNumberThatMeansNothingStaysAsItIsWritten(String raw) throws Exception {
        assertThat(row("<c r=\"A2\"><v>" + raw + "</v></c>")).containsExactly(raw);
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertRefused("<c r=\"A2\"><v>" + "9".repeat(1_000_000) + "</v></c>", "超出限度");
    }

    @ParameterizedTest
    @CsvSource({"4.6,4.6", "12E3,12000", "1.50,1.5", "-0.25,-0.25", "1E-2,0.01"})
    void aNumberIsReadAsItIsShown(String raw, String shown) throws Exception {
        assertThat(row("<c r=\"A2\"><v>" + raw + "</v></c>")).containsExactly(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "1E300", "2958466", "-1"})
    void aDayThatIsInNoCalendarStaysAsItIsWritten(String raw) throws Exception {
        assertThat(row("<c r=\"A2\" s=\"1\"><v>" + raw + "</v></c>")).containsExactly(raw);
    }

    @ParameterizedTest
    @CsvSource({"42430,2016-03-01", "42430.75,2016-03-01", "1,1900-01-01", "59,1900-02-28", "61,1900-03-01"})
    void aDayIsReadAsTheCalendarSaysIt(String raw, String day) throws Exception {
        assertThat(row("<c r=\"A2\" s=\"1\"><v>" + raw + "</v></c><c r=\"B2\" s=\"2\"><v>" + raw + "</v></c>"))
                .containsExactly(day, day);
    }

    @Test
    void aDayWrittenOutIsADay() throws Exception {
        assertThat(row("<c r=\"A2\" t=\"d\"><v>2016-03-01T00:00:00</v></c>")).containsExactly("2016-03-01");
        assertThat(row("<c r=\"A2\" t=\"d\"><v>tomorrow</v></c>")).containsExactly("tomorrow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "99", "a2", "A-1", "A99999999", "", "$A$2", "甲2"})
    void aReferenceThatCannotBeIsRefused(String reference) {
        assertRefused("<c r=\"" + reference + "\"><v>1</v></c>", "位置不可能");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "0", "1048577", "99999999999"})
    void aRowNumberThatCannotBeIsRefused(String number) {
        assertThatThrownBy(() -> read("<row r=\"" + number + "\"><c r=\"A2\"><v>1</v></c></row>"))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why().zh()).contains("行号不对"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "2", "99999999999", "1.5"})
    void aTextThatIsNotInTheFileIsRefused(String which) {
        assertRefused("<c r=\"A2\" t=\"s\"><v>" + which + "</v></c>", "第2行第1列");
    }

    @Test
    void aKindOfCellThatNobodyKnowsIsRefused() {
        assertRefused("<c r=\"A2\" t=\"weird\"><v>1</v></c>", "读不懂（weird）");
    }

    @Test
    void textIsReadWithoutTheReadingsAboveIt() throws Exception {
        assertThat(
                        row(
                                "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><r><t>众</t></r><rPh><t>zhòng</t></rPh><r><t>创</t></r></is></c>"))
                .containsExactly("second", "众创");
    }

    @Test
    void anAttributeOfManyMegabytesIsRefusedWhileItIsRead() {
        assertRefused("<c r=\"A2\" s=\"" + "1".repeat(3 << 20) + "\"><v>1</v></c>", "超出限度");
    }

    @Test
    void brokenXmlIsRefused() {
        assertRefused("<c r=\"A2\"><v>1</c>", "打不开");
        assertRefused("<c r=\"A2\"><v>&#xD800;</v></c>", "打不开");
        assertRefused("<c r=\"A2\"><v>&nothing;</v></c>", "打不开");
    }

    @Test
    void aMergedAreaHoldsItsFirstCellThroughout() throws Exception {
        var rows = read("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"B3\"><v>7</v></c></row>"
                + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells><sheetData>");

        assertThat(rows).containsExactly(List.of("first"), List.of("first", "7"));
    }

    @Test
    void aLineOfTextWithMoreFieldsThanAnyTableHasIsRefused() throws IOException {
        var file = folder.resolve("wide.csv");
        Files.writeString(file, "a,b\n" + ",".repeat(2_000_000));

        assertThatThrownBy(() -> SheetReader.read(file, (_, _) -> true)).isInstanceOf(Unreadable.class);
    }

    private void assertRefused(String cells, String why) {
        assertThatThrownBy(() -> row(cells)).isInstanceOfSatisfying(Unreadable.class, e -> {
            assertThat(e.why().zh()).contains(why).hasSizeLessThan(200);
            assertThat(e.why().en()).isNotBlank();
        });
    }

    private List<String> row(String cells) throws IOException, Unreadable {
        return read("<row r=\"2\">" + cells + "</row>").getFirst();
    }

    private List<List<String>> read(String rows) throws IOException, Unreadable {
        var file = folder.resolve("table.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>\
                    <Override PartName="/xl/sharedStrings.xml" ContentType="%1$s.sharedStrings+xml"/>\
                    <Override PartName="/xl/styles.xml" ContentType="%1$s.styles+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$s.worksheet+xml"/></Types>""".formatted(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml"));
            put(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Target="xl/workbook.xml" \
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            put(zip, "xl/sharedStrings.xml", "<sst><si><t>first</t></si><si><t>second</t></si></sst>");
            put(zip, "xl/styles.xml", """
                    <styleSheet><numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>\
                    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>""");
            put(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }
        var read = new ArrayList<List<String>>();
        SheetReader.read(file, (_, cells) -> read.add(List.copyOf(cells)));
        return read;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
