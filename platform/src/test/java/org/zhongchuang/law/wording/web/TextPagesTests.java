package org.zhongchuang.law.wording.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.document.Texts;
import org.zhongchuang.law.wording.TextRecognition;
import org.zhongchuang.law.wording.web.TextPages.ImportPage;

/** The import of a document as an officer sees it. */
class TextPagesTests extends TestCity {

    private static final String PAGE = "/policies/jiaxing-2015-90/text";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TextPages pages;

    private Actor officer() {
        return accounts.appointmentsOf("city1").getFirst();
    }

    private Browser browser() {
        var browser = Browser.of(port, officer());
        assertThat(browser.open(PAGE)).isEqualTo(200);
        return browser;
    }

    @Test
    void theFormTakesWordPdfOfdAndText() {
        assertThat(browser().body()).contains("accept=\".txt,.docx,.pdf,.ofd,text/plain\"");
    }

    @Test
    void aFigureThatDiffersIsShownAtItsClause() {
        var browser = browser();

        assertThat(browser.post(PAGE, Map.of("text", Texts.jiaxing().replace("30万元", "300万元"))))
                .isEqualTo(200);

        assertThat(browser.body())
                .contains("data-matched=\"26\"", "data-match=\"OTHER_FIGURES\"", "文本中是“300万元”，政策包中是“30万元”");
    }

    @Test
    void aTextThatDiffersIsKeptWithAReasonOnlyAFragmentNotAtAllAndWhatIsShownCanBeTakenOff() {
        var browser = browser();
        var changed = Texts.jiaxing().replace("30万元", "300万元");
        browser.post(PAGE, Map.of("text", changed, "keep", "yes"));
        assertThat(browser.body()).contains("1 段与政策包不一致，没有导入").doesNotContain("data-withdraw");
        var lines = Texts.jiaxing().lines().limit(12).collect(java.util.stream.Collectors.joining("\n"));
        browser.post(PAGE, Map.of("text", lines, "keep", "yes", "why", "先导入一部分"));
        assertThat(browser.body()).contains("只能导入全文，没有导入：文件共", "没有找到</td>").doesNotContain("data-withdraw", "确认导入");
        browser.post(PAGE, Map.of("text", lines));
        assertThat(browser.body()).contains("只能导入全文").doesNotContain("确认导入", "id=\"why-keep\"");
        browser.post(PAGE, Map.of("text", changed, "keep", "yes", "why", "短".repeat(401)));
        assertThat(browser.body()).contains("短".repeat(401)).doesNotContain("data-withdraw");

        assertThat(browser.post(PAGE, Map.of("text", changed, "keep", "yes", "why", "印发本如此，已核对")))
                .isEqualTo(302);
        browser.open(PAGE);
        assertThat(browser.body()).contains("data-imported", "已导入，现在公开显示", "data-withdraw");
        var reader = new Browser(port);
        for (var page : List.of("/policies/jiaxing-2015-90", "/policies/jiaxing-2015-90/clauses/五(二)")) {
            reader.open(page);
            assertThat(reader.body())
                    .contains("官方原文</span>", officer().unit() + "于 ", "data-differing=\"1\"", "data-differs=")
                    .contains("印发本如此，已核对", "文本中是“300万元”");
        }
        browser.post(PAGE + "/withdraw", Map.of("why", ""));
        assertThat(browser.body()).contains("没有撤下", "data-withdraw");
        assertThat(browser.post(PAGE + "/withdraw", Map.of("why", "导入错了"))).isEqualTo(302);
        browser.open("/policies/jiaxing-2015-90");
        assertThat(browser.body()).doesNotContain("300万元", "data-wording-note");
    }

    /** What the pack has no summary of is no fault of the text, and does not make up for what is missing. */
    @Test
    void passagesOfTheTextAloneAreCountedByThemselves() {
        var browser = browser();
        browser.post(PAGE, Map.of("text", Texts.jiaxing()));
        var whole = Texts.jiaxing() + "\n附件1\n测试清单\n一、甲\n一件事。\n二、乙\n另一件事。\n";
        var passages = Pattern.compile("data-passages=\"(\\d+)\"").matcher(browser.body());
        assertThat(passages.find()).isTrue();
        var alone = browser.body().contains("data-match=\"NOT_IN_PACK\"");

        browser.post(PAGE, Map.of("text", whole));

        assertThat(alone).isFalse();
        assertThat(browser.body())
                .contains("data-match=\"NOT_IN_PACK\"", "政策包没有摘要，不算不一致")
                .contains("data-passages=\"" + passages.group(1) + "\"")
                .doesNotContain("id=\"why-keep\"");
    }

    @Test
    void aTextWithoutItsNumberIsToldWhichNumberWasLookedFor() {
        var browser = browser();

        browser.post(PAGE, Map.of("text", Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", "")));

        assertThat(browser.body()).contains("没有找到文号嘉政办发〔2015〕90号。");
    }

    @Test
    void whatShouldBeLookedAtIsShownWithItsLine() {
        var browser = browser();

        browser.post(PAGE, Map.of("text", Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", "嘉政办发2015]9O号")));

        assertThat(browser.body()).contains("data-remark=\"1\"", "可能识别有误", "data-matched=\"27\"");
    }

    @Test
    void anotherDocumentIsNamedAndBecomesTheBeginningOfAPack() {
        var browser = browser();

        browser.post(PAGE, Map.of("text", Texts.ARTICLES));
        assertThat(browser.body()).contains("这是测政发〔2020〕12号，不是嘉政办发〔2015〕90号。", "测试市创新券办法", "下载政策包的开头");

        assertThat(browser.post("/policies/jiaxing-2015-90/skeleton", Map.of("text", Texts.ARTICLES)))
                .isEqualTo(200);
        assertThat(browser.body()).startsWith("PK").contains("ce-zheng-fa-2020-12/pack.yaml");
        assertThat(browser.post("/policies/jiaxing-2015-90/skeleton", Map.of("text", "没有层次的话")))
                .isEqualTo(404);
    }

    @Test
    void aFileIsReadByWhatItIsAndRefusedWithAdvice() throws IOException {
        var text = new MockMultipartFile(
                "file", "全文.txt", "text/plain", Texts.jiaxing().getBytes(UTF_8));
        var picture = new MockMultipartFile("file", "a.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        assertThat(page(text).recognition()).isInstanceOf(TextRecognition.Recognised.class);
        assertThat(page(picture).problem())
                .isNotNull()
                .satisfies(why -> assertThat(why.zh()).contains("图片"));
    }

    private ImportPage page(MockMultipartFile file) throws IOException {
        var shown = pages.importText("jiaxing-2015-90", "", Optional.of(file), "", "", officer());
        return Objects.requireNonNull((ImportPage) shown.getModel().get("page"));
    }
}
