package org.zhongchuang.ground.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a decision is known by its parts, however they were typed. */
class DocumentNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "嘉科〔2018〕12号",
                "嘉科（2018）12号",
                "嘉科【２０１８】12号",
                "嘉科〔２０１８〕１２号",
                "嘉科﹝2018﹞12号",
                "　嘉科［２０１８］第12号　",
                "演示科财〔2017〕ZC2017-00012号",
                "嘉科〔2017〕演示9号"
            })
    void isOneInFullAndHalfWidthAndWithAnyOfTheBrackets(String typed) {
        assertThat(DocumentNumber.isOne(typed)).isTrue();
    }

    @Test
    void isReadByItsPartsAndWrittenAsTheStandardHasIt() {
        assertThat(DocumentNumber.of("　嘉科［２０１８］第12号　"))
                .contains(new DocumentNumber("嘉科", "2018", "12"))
                .get()
                .hasToString("嘉科〔2018〕12号");
        assertThat(DocumentNumber.of("演示科财〔2017〕ZC2017-00012号").orElseThrow().isPlain())
                .isFalse();
        assertThat(DocumentNumber.of("依据：嘉科〔2018〕12号")).isEmpty();
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(DocumentNumber.isSame("嘉政办发〔2015〕90号", "嘉政办发（２０１５）90号")).isTrue();
        assertThat(DocumentNumber.isSame("嘉政办发〔2015〕90号", "嘉政办发〔2015〕9号")).isFalse();
        assertThat(DocumentNumber.isSame("会议决定", "会议决定")).isTrue();
        assertThat(DocumentNumber.isSame("会议决定", "另一决定")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第12号", "abc", "嘉科１２号", "嘉科〔１８〕12号", "﹝2018﹞12号", "嘉科〔2018〕号"})
    void isNoneWithoutOfficeYearOrPlace(String typed) {
        assertThat(DocumentNumber.isOne(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"嘉科纪要〔2018〕3号", "市科技局局长办公会议纪要（２０１８）第5期", "专题会议纪要〔2018〕12次"})
    void isThatOfMinutesByNumberOrByIssue(String typed) {
        assertThat(DocumentNumber.isOfMinutes(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "纪要", "纪要一", "会议纪要3号", "嘉科纪要〔2018〕"})
    void isNotThatOfMinutesWithoutYearAndPlace(String typed) {
        assertThat(DocumentNumber.isOfMinutes(typed)).isFalse();
    }
}
