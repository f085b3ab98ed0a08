package org.zhongchuang.law.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhongchuang.PackTexts;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Remark;
import org.zhongchuang.law.document.Skeleton;
import org.zhongchuang.law.document.Texts;
import org.zhongchuang.law.wording.TextRecognition.Line;
import org.zhongchuang.law.wording.TextRecognition.Match;
import org.zhongchuang.law.wording.TextRecognition.NotRecognised;
import org.zhongchuang.law.wording.TextRecognition.OtherDocument;
import org.zhongchuang.law.wording.TextRecognition.Recognised;

/** A text held against the pack that is made of it. */
class TextComparisonTests {

    private static final PolicyPack JIAXING = PackReader.read(PackTexts.jiaxing());

    private static Recognised recognised(String text) {
        var recognition = TextIdentity.recognise(JIAXING, text);
        assertThat(recognition).isInstanceOf(Recognised.class);
        return (Recognised) recognition;
    }

    private static OtherDocument other(String text) {
        var recognition = TextIdentity.recognise(JIAXING, text);
        assertThat(recognition).isInstanceOf(OtherDocument.class);
        return (OtherDocument) recognition;
    }

    private static Line line(String text, String id) {
        return recognised(text).lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(Recognised recognised) {
        return recognised.remarks().stream()
                .map(Remark::what)
                .map(what -> what.zh())
                .toList();
    }

    @Test
    void theDocumentMatchesItsPackInAllItsTwentySevenPassages() {
        var recognised = recognised(Texts.jiaxing());

        assertThat(recognised.lines())
                .hasSize(27)
                .allSatisfy(line -> assertThat(line.match()).as(line.toString()).isEqualTo(Match.MATCHED));
        assertThat(recognised.remarks()).isEmpty();
    }

    @Test
    void itMatchesHoweverItWasHandedOn() {
        for (var text : List.of(
                Texts.broken(Texts.jiaxing(), 28),
                Texts.paged(Texts.jiaxing(), 9, "– %d –"),
                Texts.jiaxing() + "\n" + Texts.jiaxing(),
                Texts.jiaxing().replace("一、", "一 、").replace("（二）", "(二 )").replace("三、", "三,"))) {
            assertThat(recognised(text).matched()).isEqualTo(27);
            assertThat(recognised(text).lines()).hasSize(27);
        }
    }

    @Test
    void aSumThatDiffersIsToldWithBothAndItsClauseIsNotMatched() {
        var line = line(Texts.jiaxing().replace("30万元", "300万元"), "五(四)");

        assertThat(line.match()).isEqualTo(Match.OTHER_FIGURES);
        assertThat(line.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.zh()).isEqualTo("文本中是“300万元”，政策包中是“30万元”");
            assertThat(difference.en()).isEqualTo("“300万元” in the text, “30万元” in the pack");
        });
        assertThat(recognised(Texts.jiaxing().replace("30万元", "300万元")).matched())
                .isEqualTo(26);
    }

    @Test
    void theSameSumWrittenOtherwiseDoesNotDiffer() {
        for (var sum : List.of("30 万元", "300,000元", "三十万元", "３０万元")) {
            assertThat(recognised(Texts.jiaxing().replace("30万元", sum)).matched())
                    .as(sum)
                    .isEqualTo(27);
        }
    }

    /** Every figure of the document in turn, changed in several ways, is told at its place. */
    @Test
    void noFigureOfTheDocumentCanBeChangedUnseen() {
        var text = Texts.jiaxing();
        var figures = Pattern.compile("\\d+").matcher(text).results().toList();
        var unseen = new ArrayList<String>();
        for (var figure : figures) {
            var number = Long.parseLong(figure.group());
            for (long other : List.of(
                    number + 1,
                    number * 10,
                    number / 10,
                    number + 100,
                    number == 30 ? 20L : 30L,
                    number == 20 ? 30L : 20L)) {
                if (other != number) {
                    var changed = text.substring(0, figure.start()) + other + text.substring(figure.end());
                    if (isSeen(changed)) {
                        continue;
                    }
                    unseen.add(text.substring(figure.start() - 4, figure.end() + 4) + " → " + other);
                }
            }
        }

        assertThat(figures).hasSizeGreaterThan(30);
        assertThat(unseen).isEmpty();
    }

    private static boolean isSeen(String text) {
        return !(TextIdentity.recognise(JIAXING, text) instanceof Recognised recognised)
                || recognised.matched() < recognised.lines().size();
    }

    @Test
    void clausesThatAreMissingOrHaveAnotherHeadingAreTold() {
        assertThat(line(Texts.jiaxing().replace("（三）加快科技人才集聚。", "加快科技人才集聚。"), "二(三)")
                        .match())
                .isEqualTo(Match.NOT_IN_TEXT);
        assertThat(line(Texts.jiaxing().replace("加快科技人才集聚。", "加快人才集聚。"), "二(三)").match())
                .isEqualTo(Match.OTHER_HEADING);
        assertThat(line(Texts.jiaxing().replace("四是在互联网", "在互联网"), "三(四)").match())
                .isEqualTo(Match.NOT_IN_TEXT);
        assertThat(line(Texts.jiaxing().replace("                              嘉兴市", "（四）另一款。做。\n嘉兴市"), "六(四)")
                        .match())
                .isEqualTo(Match.NOT_IN_PACK);
    }

    @Test
    void aNumberThatWasMisreadIsSuggestedWhereTheTextFits() {
        var slip = recognised(Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", "嘉政办发2015]9O号"));
        var near = recognised(Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", "嘉政力发〔2015〕90号"));

        assertThat(slip.matched()).isEqualTo(27);
        assertThat(told(slip)).anyMatch(what -> what.contains("读作嘉政办发〔2015〕90号"));
        assertThat(near.matched()).isEqualTo(27);
        assertThat(told(near)).anyMatch(what -> what.contains("与嘉政办发〔2015〕90号只差一字"));
    }

    @Test
    void anotherIssuerTitleOrDayIsTold() {
        var recognised = recognised(Texts.jiaxing()
                .replace("若干意见\n", "实施办法\n")
                .replace("                              嘉兴市人民政府办公室", "嘉兴市人民政府")
                .replace("2015年12月1日\n", "2015年12月2日\n"));

        assertThat(told(recognised)).anyMatch(what -> what.startsWith("标题不同"));
        assertThat(told(recognised)).anyMatch(what -> what.startsWith("发文机关不同"));
        assertThat(told(recognised)).anyMatch(what -> what.startsWith("成文日期不同"));
    }

    @Test
    void anotherDocumentSaysWhichItSeemsToBe() {
        var articles = other(Texts.ARTICLES);

        assertThat(articles.why().zh()).isEqualTo("这是测政发〔2020〕12号，不是嘉政办发〔2015〕90号。");
        assertThat(articles.name()).contains("测政发〔2020〕12号");
        assertThat(other(Texts.jiaxing().replaceFirst("嘉政办发〔2015〕90号", ""))
                        .why()
                        .zh())
                .contains("内容像是嘉政办发〔2015〕90号");
        assertThat(other(Texts.ARTICLES.replace("测政发〔2020〕12号", "嘉政力发〔2015〕90号"))
                        .why()
                        .zh())
                .contains("内容不符");
        assertThat(TextIdentity.recognise(JIAXING, "随便写的一段话")).isInstanceOf(NotRecognised.class);
        assertThat(TextIdentity.recognise(JIAXING, " ")).isInstanceOf(NotRecognised.class);
    }

    @Test
    void aDocumentMatchesTheSkeletonThatWasMadeOfIt() {
        for (var text : List.of(Texts.jiaxing(), Texts.ARTICLES)) {
            var files = new HashMap<>(
                    Skeleton.of(ReadDocument.of(text), Optional.empty()).files());
            files.remove("CHANGES.md");
            var recognition = TextIdentity.recognise(PackReader.read(files), text);

            assertThat(recognition)
                    .isInstanceOfSatisfying(
                            Recognised.class,
                            recognised -> assertThat(recognised.lines())
                                    .isNotEmpty()
                                    .allSatisfy(line -> assertThat(line.match())
                                            .as(line.toString())
                                            .isEqualTo(Match.MATCHED)));
        }
    }
}
