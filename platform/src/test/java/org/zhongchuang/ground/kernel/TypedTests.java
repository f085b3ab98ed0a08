package org.zhongchuang.ground.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from forms is read as it was meant. */
class TypedTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-04-01",
                "2018-4-1",
                "2018/4/1",
                "2018.4.1",
                "2018年4月1日",
                "2018 年 4 月 1 日",
                " 20180401 ",
                "２０１８年４月１日"
            })
    void aDayIsReadHoweverItIsWritten(String typed) {
        assertThat(Typed.day(typed)).contains(LocalDate.of(2018, 4, 1));
        assertThat(Typed.isDayOrNone(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-30",
                "2018年13月1日",
                "20181301",
                "0018-04-01",
                "22000101",
                "18-4-1",
                "4/1/2018",
                "2018",
                "明天"
            })
    void whatIsNoDayIsNotMadeOne(String typed) {
        assertThat(Typed.day(typed)).isEmpty();
        assertThat(Typed.isDayOrNone(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017", " 2017年", "２０１７年度", "2017 年"})
    void aYearIsReadHoweverItIsWritten(String typed) {
        assertThat(Typed.year(typed)).contains(2017);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "1017", "20177", "2017-01", "二〇一七"})
    void whatIsNoYearIsNotMadeOne(String typed) {
        assertThat(Typed.year(typed)).isEmpty();
    }

    @Test
    void aFieldThatMayStayEmptyMay() {
        assertThat(Typed.isDayOrNone(" ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "0016年3月1日", "22000101"})
    void aDayOfAYearThatCannotBeMeantIsToldFromWhatIsNoDay(String typed) {
        assertThat(Typed.isDayFarOff(typed)).isTrue();
        assertThat(Typed.isDayFarOff("2018-04-01")).isFalse();
        assertThat(Typed.isDayFarOff("9999-13-31")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "－３", "−12.5万元", "¥-3", "-1,200 元"})
    void aNumberBelowNothingIsToldFromWhatIsNoNumber(String typed) {
        assertThat(Typed.isNegative(typed)).isTrue();
        assertThat(Typed.isNegative("3-4")).isFalse();
        assertThat(Typed.isNegative("-")).isFalse();
    }
}
