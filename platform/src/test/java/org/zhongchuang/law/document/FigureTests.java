package org.zhongchuang.law.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures, however a text writes them. */
class FigureTests {

    private static List<String> values(String text) {
        return Figures.in(text).stream().map(Figures.Figure::value).toList();
    }

    @Test
    void aSumIsTheSameHoweverItIsWritten() {
        for (var sum :
                List.of("30万元", "30 万元", "300,000元", "300，000元", "３０万元", "300000元", "三十万元", "0.3百万元", "30万人民币")) {
            assertThat(values("最高" + sum + "。")).as(sum).containsExactly("300000");
        }
        assertThat(values("100亿元以上，5万人，1.5万亿元")).containsExactly("10000000000", "50000", "1500000000000");
    }

    @Test
    void sharesYearsAndDaysKeepTheirMeasure() {
        assertThat(values("减按50%、百分之二十、百分之三点五、百分之三点零五")).containsExactly("50%", "20%", "3.5%", "3.05%");
        assertThat(values("自2015年10月1日起3年内，20个工作日，六个月，30天"))
                .containsExactly("2015年", "10月", "1日", "3年", "20工作日", "6月", "30日");
        assertThat(values("1:1配套，1：2配套")).containsExactly("1:1", "1:2");
    }

    @Test
    void aRangeSharesItsMeasure() {
        assertThat(values("20到30万元")).containsExactly("200000", "300000");
        assertThat(values("3至5年")).containsExactly("3年", "5年");
        assertThat(values("20万元到30万元（含30万元）")).containsExactly("200000", "300000", "300000");
    }

    @Test
    void wordsThatOnlySoundLikeFiguresAreNone() {
        assertThat(values("一事一议，五证合一，统一安排，第一年，一家人，大众创业、万众创新，千方百计，三大联盟")).isEmpty();
    }

    @Test
    void aTextThatContradictsItselfIsFound() {
        assertThat(Figures.contradictions("20万元到30万元（含30万元）")).isEmpty();
        assertThat(Figures.contradictions("20万元到30万元（含20万元）"))
                .singleElement()
                .satisfies(
                        two -> assertThat(two).extracting(Figures.Figure::shown).containsExactly("30万元", "20万元"));
    }

    @Test
    void chineseFiguresAreReadAndWritten() {
        for (int number = 1; number < 1_000; number++) {
            assertThat(HanNumber.read(HanNumber.written(number)))
                    .as("%d", number)
                    .hasValue(number);
        }
        assertThat(HanNumber.read("二〇一五")).hasValue(2015);
        assertThat(HanNumber.read("三百万")).hasValue(3_000_000);
        assertThat(HanNumber.read("一亿二千万")).hasValue(120_000_000);
        assertThat(HanNumber.read("十万")).hasValue(100_000);
        assertThat(HanNumber.read("甲")).isEmpty();
    }
}
