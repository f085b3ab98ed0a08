package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.engine.formula.Unit;

/** Numbers as people read them, in both languages. */
class ShownTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10000000000.00|YUAN|100亿元|¥10 billion",
                "150000000|YUAN|1.5亿元|¥150 million",
                "123456789.01|YUAN|123,456,789.01 元|123,456,789.01 yuan",
                "30.5|TEN_THOUSAND_YUAN|30.5 万元|305,000 yuan",
                "0.005|PEOPLE_PER_SQUARE_METRE|0.005 人/平方米|0.005 people/㎡",
                "1|PATENTS|1 件|1 patent",
                "2|MACHINES|2 台（套）|2 machines",
                "25.5|YUAN_PER_SQUARE_METRE_AND_MONTH|25.5 元/平方米·月|25.5 yuan/㎡ a month",
                "52500|YUAN|52,500.00 元|52,500.00 yuan",
                "1|YEARS|1 年|1 year",
                "3|YEARS|3 年|3 years",
                "1|PEOPLE|1 人|1 person",
                "1|POINTS|1 分|1 point",
                "1|SQUARE_METRES|1 平方米|1 ㎡",
                "100|SPACES|100 家|100 makerspaces"
            })
    void aQuantityHasItsUnitAndTheEnglishItsPlural(BigDecimal number, Unit unit, String zh, String en) {
        assertThat(Shown.of(new FactValue.Quantity(number), unit)).isEqualTo(Text.of(zh, en));
    }

    @Test
    void theDayThatStandsForNoEndIsSaidAsWhatItIs() {
        assertThat(Shown.of(new FactValue.Day(LocalDate.of(2099, 12, 31)), Unit.NONE))
                .isEqualTo(Text.of("长期", "no end date"));
    }

    @Test
    void aDayIsWrittenAsItsReadersWriteIt() {
        assertThat(Shown.of(new FactValue.Day(LocalDate.of(2018, 3, 14)), Unit.NONE))
                .isEqualTo(Text.of("2018年3月14日", "14 Mar 2018"));
    }
}
