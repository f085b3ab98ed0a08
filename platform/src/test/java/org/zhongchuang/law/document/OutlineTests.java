package org.zhongchuang.law.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhongchuang.ground.kernel.DocumentNumber;

/** What is made of a text, whatever numbers it uses and however it was handed on. */
class OutlineTests {

    private static List<String> ids(String text) {
        return ReadDocument.of(text).all().map(Section::id).toList();
    }

    private static List<String> wordings(String text) {
        return ReadDocument.of(text)
                .all()
                .map(section -> section.id() + " " + section.wording())
                .toList();
    }

    private static String remarks(String text) {
        return ReadDocument.of(text).remarks().stream()
                .map(remark -> remark.line() + " " + remark.what().zh())
                .collect(Collectors.joining("\n"));
    }

    private static Section section(String text, String id) {
        return ReadDocument.of(text)
                .all()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDocumentOfTheFirstPackIsReadWhole() {
        var read = ReadDocument.of(Texts.jiaxing());

        assertThat(read.number()).hasToString("Optional[嘉政办发〔2015〕90号]");
        assertThat(read.title()).isEqualTo("嘉兴市人民政府办公室关于加快发展众创空间的若干意见");
        assertThat(read.issuer()).contains("嘉兴市人民政府办公室");
        assertThat(read.day()).contains(LocalDate.of(2015, 12, 1));
        assertThat(read.sections()).extracting(Section::id).containsExactly("序", "一", "二", "三", "四", "五", "六");
        assertThat(read.all()).hasSize(32);
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    void chaptersArticlesItemsAnnexesAndTablesAreRead() {
        var read = ReadDocument.of(Texts.ARTICLES);

        assertThat(read.title()).isEqualTo("测试市创新券办法");
        assertThat(read.day()).contains(LocalDate.of(2020, 3, 5));
        assertThat(read.all().map(Section::id))
                .containsExactly(
                        "序",
                        "第一章",
                        "第一条",
                        "第二条",
                        "第二章",
                        "第三条",
                        "第三条(一)",
                        "第三条(一)1",
                        "第三条(一)1(1)",
                        "第三条(一)1(1)①",
                        "第三条(一)2",
                        "第三条(二)",
                        "第四条",
                        "第五条",
                        "附件1",
                        "附件1·一",
                        "附件1·二",
                        "附件2");
        assertThat(read.remarks()).isEmpty();
        assertThat(section(Texts.ARTICLES, "第四条").wording())
                .isEqualTo("补助标准如下：\n项目\t比例\t上限\n检测\t50%\t20万元\n设计\t30%\t10万元");
        assertThat(section(Texts.ARTICLES, "第三条(二)").wording()).endsWith("第二条第一款规定的企业优先。");
        assertThat(section(Texts.ARTICLES, "附件2").heading()).isEqualTo("汇总表");
    }

    @Test
    void clausesMayBeNumberedOnThroughTheParts() {
        var text = new StringBuilder("测政发〔2020〕1号\n测试市若干措施\n");
        for (int clause = 1; clause <= 22; clause++) {
            if (clause % 6 == 1) {
                text.append(HanNumber.written(clause / 6 + 1)).append("、第几部分\n");
            }
            text.append("（").append(HanNumber.written(clause)).append("）第几款。做这件事。\n");
        }

        assertThat(ids(text.toString())).contains("一(一)", "二(七)", "四(二十二)").hasSize(26);
        assertThat(remarks(text.toString())).doesNotContain("编号");
    }

    @Test
    void figuresInBracketsMayStandDirectlyBelowAPart() {
        assertThat(ids("一、目标\n(1)建设。\n（2）引进。\n二、保障\n(1)领导。")).containsExactly("一", "一(1)", "一(2)", "二", "二(1)");
        assertThat(ids("1.目标\n（1）建设\n①甲\n②乙\n2、保障\n")).containsExactly("1", "1(1)", "1(1)①", "1(1)②", "2");
        assertThat(ids("第一编 总则\n第一章 目的\n第一节 甲\n第1条 为了测试。\n第二编 分则\n第一章 范围\n第2条 到此为止。"))
                .containsExactly("第一编", "第一章", "第一节", "第1条", "第二编", "第二编第一章", "第2条");
    }

    @Test
    void blanksOtherSignsAndMisreadNumbersAreTolerated() {
        var slips = Texts.jiaxing()
                .replace("一、重要意义", "一 、重要意义")
                .replace("二、工作目标", "二 ．工作目标")
                .replace("三、大力发展", "三，大力发展")
                .replace("五、加强政策", "五, 加强政策")
                .replace("（二）", "(二 )")
                .replace("（三）", "（ 三）")
                .replaceFirst("（一）", "（—）");

        assertThat(ids(slips)).isEqualTo(ids(Texts.jiaxing()));
        assertThat(remarks(slips)).contains("读作“三、”", "读作“五、”", "读作“（一）”");
    }

    @Test
    void endsOfLinesThatMeanNothingAreMended() {
        for (int width = 24; width <= 48; width += 4) {
            var broken = Texts.broken(Texts.jiaxing(), width);

            assertThat(wordings(broken)).as("lines of " + width).isEqualTo(wordings(Texts.jiaxing()));
            assertThat(remarks(broken)).contains("硬断开");
        }
    }

    @Test
    void pageNumbersAreTakenOutAndParagraphsPutTogether() {
        for (var number : List.of("– %d –", "- %d -", "— %d —", "第%d页 共9页", "第 %d 页")) {
            assertThat(wordings(Texts.paged(Texts.jiaxing(), 7, number)))
                    .as(number)
                    .isEqualTo(wordings(Texts.jiaxing()));
            assertThat(wordings(Texts.paged(Texts.broken(Texts.jiaxing(), 28), 9, number)))
                    .as(number + " in broken lines")
                    .isEqualTo(wordings(Texts.jiaxing()));
        }
        assertThat(remarks(Texts.paged(Texts.jiaxing(), 7, "– %d –"))).contains("页码");
    }

    @Test
    void headersThatStandOnEveryPageAreTakenOut() {
        var paged = Texts.paged(Texts.broken(Texts.jiaxing(), 30), 10, "测试市文件汇编\n– %d –\n测试市政府公报");

        assertThat(wordings(paged)).isEqualTo(wordings(Texts.jiaxing()));
        assertThat(remarks(paged)).contains("测试市文件汇编", "测试市政府公报");
    }

    @Test
    void aTextThatStandsTwiceIsToldAndReadOnce() {
        var twice = Texts.jiaxing() + "\n" + Texts.jiaxing().replace("100亿元", "10亿元");

        assertThat(wordings(twice)).isEqualTo(wordings(Texts.jiaxing()));
        assertThat(remarks(twice)).contains("全文出现了两遍", "第二遍的这一行与第一遍不同");
    }

    @Test
    void aNumberReadFromAPictureIsReadAsItWasProbablyMeant() {
        for (var slip : List.of("嘉政办发2015]9O号", "嘉政办发〔2O15〕90号", "嘉政办发(2015〕90 号", "嘉政办发〔20l5〕9o号")) {
            var read = ReadDocument.of(Texts.jiaxing().replace("嘉政办发〔2015〕90号", slip));

            assertThat(read.number()).as(slip).hasToString("Optional[嘉政办发〔2015〕90号]");
        }
        assertThat(remarks(Texts.jiaxing().replace("嘉政办发〔2015〕90号", "嘉政办发2015]9O号")))
                .contains("文号“嘉政办发2015]9O号”可能识别有误，读作嘉政办发〔2015〕90号");
    }

    @Test
    void aNumberIsNearToAnotherOnlyByOneCharacterOfTheAgency() {
        var number = new DocumentNumber("嘉政办发", "2015", "90");

        assertThat(number.isNearly(new DocumentNumber("嘉政力发", "2015", "90"))).isTrue();
        assertThat(number.isNearly(new DocumentNumber("嘉政发", "2015", "90"))).isFalse();
        assertThat(number.isNearly(new DocumentNumber("嘉政办发", "2015", "91"))).isFalse();
        assertThat(number.isNearly(new DocumentNumber("嘉科力发", "2015", "90"))).isFalse();
    }

    @Test
    void runningTextThatLooksLikeANumberStaysText() {
        var text = "一、目标\n（一）建设。分三步。\n一是先做；\n二是再做。\n2020年建成。\n1.5亿元投入。\n三、四线城市参照。\n（十五）不是编号。\n二、保障\n";

        assertThat(ids(text)).containsExactly("一", "一(一)", "二");
    }

    @Test
    void numbersThatAreLeftOutOrRepeatedAreTold() {
        assertThat(remarks("一、目标\n二、任务\n四、保障\n四、其他\n")).contains("3 编号跳过", "4 编号倒退或重复");
        assertThat(ids("一、目标\n二、任务\n四、保障\n四、其他\n")).containsExactly("一", "二", "四", "四[2]");
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(remarks("一、目标\n做。")).contains("没有找到文号", "没有找到标题", "没有找到成文日期");
        assertThat(ReadDocument.of("随便写的一段话").hasStructure()).isFalse();
    }

    @Test
    void noTextCostsWithoutEnd() {
        for (var line : List.of("（一）甲%d\n", "一、甲\n乙%d\n", "甲\f%d\n", "第1条第2条%d\t\n", "一一一一一一一%d\n")) {
            var text = new StringBuilder();
            for (int i = 0; text.length() < DocumentFile.MOST_CHARACTERS; i++) {
                text.append(line.formatted(i));
            }

            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> assertThat(ReadDocument.of(text.toString()).remarks())
                            .as(line)
                            .hasSizeLessThanOrEqualTo(200));
        }
    }
}
