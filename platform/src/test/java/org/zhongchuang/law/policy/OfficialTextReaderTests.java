package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhongchuang.law.policy.OfficialTextReader.Passage;

/** What the importer makes of texts as they really arrive. */
class OfficialTextReaderTests {

    private static final String TEXT = """
            测办发〔2015〕7号

            测试市人民政府办公室关于
            某事的若干意见
            各县（市、区）人民政府：
            为了测试，特提出如下意见。
            一、重要意义
            （一）标题甲。第一句。第二句。
            接着的一行。
            二、大力发展
            这一部分先有总述。
            一是第一种；
            二是第二种。
            三、保障
            （一）标题乙。一是这里只是正文。
            二是这里也只是正文。
            测试市人民政府办公室
            2015年12月1日
            （此件公开发布）
            """;

    @Test
    void recognisesNumberTitleIssuerAndDay() {
        var reading = OfficialTextReader.read(TEXT);

        assertThat(reading.number()).contains("测办发〔2015〕7号");
        assertThat(reading.title()).isEqualTo("测试市人民政府办公室关于某事的若干意见");
        assertThat(reading.issuer()).contains("测试市人民政府办公室");
        assertThat(reading.day()).contains("2015年12月1日");
    }

    @Test
    void recognisesClausesPreambleAndEnumerations() {
        assertThat(OfficialTextReader.read(TEXT).passages())
                .extracting(Passage::id)
                .containsExactly("序", "一(一)", "二", "二(一)", "二(二)", "三(一)");
        assertThat(OfficialTextReader.read(TEXT).passages())
                .filteredOn(passage -> passage.id().equals("一(一)"))
                .first()
                .isEqualTo(new Passage("一(一)", "标题甲", "标题甲。第一句。第二句。\n接着的一行。"));
    }

    @Test
    void anEnumerationInsideAClauseIsRunningText() {
        assertThat(OfficialTextReader.read(TEXT).passages())
                .filteredOn(passage -> passage.id().equals("三(一)"))
                .first()
                .extracting(Passage::wording)
                .isEqualTo("标题乙。一是这里只是正文。\n二是这里也只是正文。");
    }

    @Test
    void whatWordProcessorsLeaveBehindDoesNotMatter() {
        var pasted = "\uFEFF"
                + TEXT.replace("（一）", "　（一） ")
                        .replace("\n", "\r\n")
                        .replace("标题", "标\u200B题")
                        .replace("〔", "[")
                        .replace("〕", "]");

        assertThat(OfficialTextReader.read(pasted)).isEqualTo(OfficialTextReader.read(TEXT));
    }

    @Test
    void theSameTextIsReadFromEveryUsualEncoding() {
        for (var charset : new Charset[] {UTF_8, UTF_16, Charset.forName("GBK"), Charset.forName("GB18030")}) {
            assertThat(ReadText.from(TEXT.getBytes(charset))).as(charset.name()).isInstanceOf(ReadText.Legible.class);
            assertThat(((ReadText.Legible) ReadText.from(TEXT.getBytes(charset))).text())
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void whatIsNoTextIsAnsweredWithAdvice() {
        assertThat(ReadText.from(new byte[0])).isInstanceOf(ReadText.Garbled.class);
        assertThat(ReadText.from(new byte[] {'P', 'K', 3, 4, 20})).isInstanceOf(ReadText.Garbled.class);
        assertThat(ReadText.from(new byte[] {0, 1, 2, 3, 4, 5})).isInstanceOf(ReadText.Garbled.class);
        assertThat(ReadText.from(new byte[2 << 20])).isInstanceOf(ReadText.Garbled.class);
    }

    @Test
    void randomBytesNeverBreakTheReader() {
        var random = new Random(90);
        for (int trial = 0; trial < 2_000; trial++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            if (ReadText.from(bytes) instanceof ReadText.Legible(var text)) {
                assertThat(OfficialTextReader.read(text)).isNotNull();
            }
        }
    }
}
