package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;

/** What is typed is read as it is meant, and refused where it cannot be. */
class AnswersTests extends TestCity {

    @Autowired
    private Policies policies;

    private Fact fact(String id) {
        return Objects.requireNonNull(policies.current().facts().get(id));
    }

    private String mistake(String id, String typed) {
        return policies.read(fact(id), typed).mistake().orElseThrow().zh();
    }

    @Test
    void nobodyHasMorePeopleThanACityHas() {
        assertThat(mistake("staff", "99999999")).isEqualTo("不大于1000000。");
        assertThat(policies.read(fact("staff"), "１，２００").value()).contains("1200");
    }

    @Test
    void thereAreEightKindsOfServiceAndAShareHasAHundredParts() {
        assertThat(mistake("service_kinds", "9")).isEqualTo("应在0到8之间。");
        assertThat(policies.read(fact("service_kinds"), "8").value()).contains("8");
        assertThat(mistake("usable_share", "101")).isEqualTo("应在0到100之间。");
    }

    private static Fact number(Unit unit) {
        var words = Text.of("数", "Number");
        return new Fact(
                "number", words, words, Fact.Kind.NUMBER, unit, null, null, List.of(), List.of(), false, "applicant");
    }

    private String read(Unit unit, String typed) {
        return policies.read(number(unit), typed).value().orElse("");
    }

    @Test
    void moneyAskedForInTenThousandsIsReadHoweverItIsWritten() {
        assertThat(read(Unit.TEN_THOUSAND_YUAN, "30")).isEqualTo("30");
        assertThat(read(Unit.TEN_THOUSAND_YUAN, "30万元")).isEqualTo("30");
        assertThat(read(Unit.TEN_THOUSAND_YUAN, "30万")).isEqualTo("30");
        assertThat(read(Unit.TEN_THOUSAND_YUAN, "305,000 元")).isEqualTo("30.5");
        assertThat(read(Unit.TEN_THOUSAND_YUAN, "12.345678")).isEqualTo("12.345678");
        assertThat(read(Unit.YUAN, "30万元")).isEqualTo("300000");
    }

    @Test
    void aDensityHasSixDecimalsAndThingsAreCountedWithTheirWord() {
        assertThat(read(Unit.PEOPLE_PER_SQUARE_METRE, "0.000005")).isEqualTo("0.000005");
        assertThat(policies.read(number(Unit.PEOPLE_PER_SQUARE_METRE), "0.0000005")
                        .mistake()
                        .orElseThrow()
                        .en())
                .isEqualTo("At most 6 decimals.");
        assertThat(read(Unit.MACHINES, "３台（套）")).isEqualTo("3");
        assertThat(read(Unit.PATENTS, "3件")).isEqualTo("3");
        assertThat(read(Unit.MU, "15.5 亩")).isEqualTo("15.5");
    }

    @Test
    void aMistakeInATableNamesItsLine() {
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-15"))
                .isEqualTo("第2行：每行一条记录，依次填写缴费日期、金额，用逗号或空格隔开。");
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-15 八百")).startsWith("第2行：请填写数字");
    }

    @Test
    void aMonthIsPaidOnceAndNoneLiesAhead() {
        assertThat(mistake("contributions", "2016-04-15 800\n2016-05-16 800\n2016-04-20 800"))
                .isEqualTo("第3行：与第1行是同一个月。每月一条，同月几笔请合计。");
        assertThat(mistake("contributions", "2016-04-15 800\n2098-05-16 800")).isEqualTo("第2行：2098年5月16日还没有到。");
        assertThat(policies.read(fact("contributions"), "2016/4/15，800\n2016年5月16日 800.5")
                        .value())
                .contains("2016-04-15 800\n2016-05-16 800.5");
    }

    @Test
    void aNumberBelowNothingIsANumberAndAFarOffDayIsADay() {
        assertThat(mistake("staff", "-3")).isEqualTo("不能是负数，请填写0或更大的数。");
        assertThat(mistake("staff", "－３ 人")).isEqualTo("不能是负数，请填写0或更大的数。");
        assertThat(mistake("staff", "三")).startsWith("请填写数字");
        assertThat(mistake("hired_on", "9999-12-31")).isEqualTo("年份应在1900到2199之间。");
        assertThat(mistake("hired_on", "明天")).startsWith("请填写日期");
    }

    @Test
    void ofANumberThatCannotBeKeptItIsSaidWhatIsWrongWithIt() {
        assertThat(mistake("staff", "100000000000000000000")).isEqualTo("数字太大，最多是 1,000,000。");
        assertThat(mistake("rent_paid", "１００，０００，０００，０００，０００ 元")).isEqualTo("数字太大，最多是 999,999,999,999。");
        assertThat(mistake("rent_paid", "999999999999万")).startsWith("数字太大");
        assertThat(mistake("rent_paid", "1200.505")).isEqualTo("小数最多两位。");
        assertThat(mistake("rent_paid", "万")).startsWith("请填写数字");
        assertThat(mistake("rent_paid", ".5")).startsWith("请填写数字");
        assertThat(mistake("staff", "10^20")).startsWith("请把数字完整写出来");
        assertThat(mistake("staff", "1e6")).startsWith("请把数字完整写出来");
        assertThat(mistake("staff", "约30")).startsWith("请填写数字");
        assertThat(mistake("staff", "20-30")).startsWith("请填写数字");
    }

    @Test
    void recordsThatWereSaidBeforeAreReadLikeAnyOther() {
        assertThat(Answers.shown(fact("contributions"), "2016-04-15 800\n2016-05-16 800.5")
                        .zh())
                .isEqualTo("2016年4月15日 800.00 元；2016年5月16日 800.50 元");
    }
}
