package org.zhongchuang.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.engine.Fen;

/** Tables that are opened in a spreadsheet: no text of a stranger is ever run. */
class CsvTableTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "  =1+1",
                "＝1+1",
                "\u200B=1+1",
                "=HYPERLINK(\"http://evil.test/?x\",\"退款\")\n公司"
            })
    void aTextThatBeginsAFormulaStaysAText(String words) {
        var line = written(CsvTable.text(words));

        assertThat(line.replaceFirst("^\"", "")).startsWith("'");
        assertThat(line).doesNotContain("\n", "\r", "\t");
    }

    @Test
    void aLineBreakBeginsNoNewCell() {
        assertThat(written(CsvTable.text("公司\n=1+1"))).isEqualTo("公司 =1+1");
        assertThat(written(CsvTable.text("a\u2028=1"))).isEqualTo("a =1");
    }

    @Test
    void ordinaryWordsAndSeparatorsStayAsTheyAre() {
        assertThat(written(CsvTable.text("嘉兴 \"众创\", 一号"))).isEqualTo("\"嘉兴 \"\"众创\"\", 一号\"");
    }

    @Test
    void numbersStayNumbersAndLongCodesKeepTheirDigits() {
        assertThat(written(CsvTable.sum(new Fen(-120_050)), CsvTable.number(7), CsvTable.code("6222020200112233445")))
                .isEqualTo("-1200.50,7,\t6222020200112233445");
        assertThat(written(CsvTable.code("=1"))).isEqualTo("'=1");
    }

    private static String written(CsvTable.Cell... cells) {
        var out = new StringWriter();
        try (var table = CsvTable.to(out, List.of("列"))) {
            table.add(cells);
        }
        assertThat(out.toString()).startsWith("\uFEFF列\r\n");
        return out.toString().substring("\uFEFF列\r\n".length()).replaceFirst("\r\n$", "");
    }
}
