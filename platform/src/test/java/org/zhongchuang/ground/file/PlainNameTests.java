package org.zhongchuang.ground.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is called as what it holds. */
class PlainNameTests {

    @ParameterizedTest
    @CsvSource({
        "report.com, PDF, report.pdf",
        "report.exe.pdf, PDF, report.pdf",
        "report.pdf.exe, PDF, report.pdf",
        "photo.PNG, PNG, photo.PNG",
        "photo.jpeg, JPEG, photo.jpeg",
        "photo.png, JPEG, photo.png.jpg",
        "场地合同（2016.3）, WORD, 场地合同（2016.3）.docx",
        "page.html.svg, PDF, page.pdf",
        ".exe, PDF, file.pdf",
        "'', PDF, file.pdf",
        "../../etc/passwd, PDF, passwd.pdf",
        "a\\b.csv, TABLE, b.csv",
        "合同<正本>：2016?.pdf, PDF, 合同＜正本＞：2016？.pdf"
    })
    void theEndingIsThatOfItsKind(String name, MediaKind kind, String plain) {
        assertThat(PlainName.of(name, kind)).isEqualTo(plain);
    }

    @Test
    void aLongNameIsShortenedBetweenCharactersAndKeepsItsEnding() {
        assertThat(PlainName.of("字".repeat(300) + ".pdf", MediaKind.PDF))
                .hasSize(200)
                .endsWith("字.pdf");
        assertThat(PlainName.of("x😀".repeat(150) + ".pdf", MediaKind.PDF))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith(".pdf")
                .doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])");
    }
}
