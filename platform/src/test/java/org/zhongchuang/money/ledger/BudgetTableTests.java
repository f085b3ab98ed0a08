package org.zhongchuang.money.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;

/** A table of budgets as it is read: what is wrong with it is told row by row, before anything is posted. */
class BudgetTableTests extends TestCity {

    @Autowired
    private BudgetTable budgets;

    private BudgetTable.Reading read(String table) {
        return budgets.read(table.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"2010, false", "2014, false", "2015, true", "2017, true", "2018, true", "2019, false", "2099, false"})
    void aYearHasBudgetsFromTheFirstOfTheBooksToTheNext(int year, boolean good) {
        var reading = read(year + "\taward-match\t1000\t测试财〔2017〕9号");

        assertThat(reading.mistakes().isEmpty()).isEqualTo(good);
        if (!good) {
            assertThat(reading.mistakes().getFirst().en()).isEqualTo("Row 1: the year lies between 2015 and 2018");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200000, 20000000",
        "20万, 20000000",
        "-1.5万元, -1500000",
        "'200,000.00元', 20000000",
        "二十万, 0",
        "20万5, 0",
        "0, 0"
    })
    void aSumIsReadAsItIsWrittenOrHasItsOwnError(String written, long fen) {
        var reading = read("2017\taward-match\t" + written + "\t测试财〔2017〕9号");

        if (fen == 0) {
            assertThat(reading.mistakes())
                    .singleElement()
                    .satisfies(mistake -> assertThat(mistake.zh()).startsWith("第1行：金额“" + written + "”不能识别"));
        } else {
            assertThat(reading.lines())
                    .singleElement()
                    .extracting(Budgets.Line::fen)
                    .isEqualTo(new Fen(fen));
        }
    }

    @Test
    void aLineThatStandsTwiceInATableIsToldByItsRow() {
        var reading = read("""
                2017	award-match	1000	测试财〔2017〕9号
                2017	award-match	2000	测试财〔2017〕9号
                2017	award-match	2000	测试财〔2017〕10号
                """);

        assertThat(reading.lines()).hasSize(2);
        assertThat(reading.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.en()).startsWith("Row 2: an earlier row has the same year"));
    }

    @Test
    void aTitleHeadingsAndATotalAreNoLinesAndSumsAreReadAsPeopleWriteThem() {
        var reading = read("""
                2017年众创资金预算\t\t\t
                年度\t事项\t金额（元）\t文号
                2017年\taward-match\t¥１０，０００.00\t测试财〔2017〕9号
                2017\taward-match\t-1.5万元\t测试财〔2017〕10号
                合 计\t\t-5000\t
                """);

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.lines())
                .extracting(Budgets.Line::fen)
                .containsExactly(new Fen(1_000_000), new Fen(-1_500_000));
    }

    @Test
    void anErrorOfAFormulaIsToldAsOne() {
        assertThat(read("2017\taward-match\t#REF!\t测试财〔2017〕9号").mistakes())
                .singleElement()
                .satisfies(what -> assertThat(what.zh()).contains("第1行", "#REF!"));
    }
}
