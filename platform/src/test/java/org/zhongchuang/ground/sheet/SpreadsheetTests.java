package org.zhongchuang.ground.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;
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
            sheet.add(List.of(sheet.say(Text.of("创客空间", "Makerspace"))));
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
}
