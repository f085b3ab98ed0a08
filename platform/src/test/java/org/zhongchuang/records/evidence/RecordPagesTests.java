package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** Lists and figures of a makerspace as they are read on the page. */
class RecordPagesTests extends RecordsOfASpace {

    @LocalServerPort
    private int port;

    private String page(String path) {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op010");
            return browser.opens("/spaces/" + space + path).body();
        }
    }

    @Test
    void moneyIsGroupedAndStandsAtTheRight() {
        assertThat(write(
                        RecordKind.ACCOUNTS,
                        Field.DAY,
                        "2016-03-01",
                        Field.CLASS,
                        "operating_cost",
                        Field.AMOUNT,
                        "1234567.89"))
                .isInstanceOf(Recording.Done.class);

        assertThat(page("/records/" + RecordKind.ACCOUNTS.id()))
                .contains("1,234,567.89")
                .containsPattern("class=\"text-end\">\\s*1,234,567\\.89");
    }

    @Test
    void theDayAFirmWasRegisteredStandsInTheListOfAgreements() {
        assertThat(write(
                        RecordKind.AGREEMENTS,
                        Field.SUBJECT,
                        "演示·注册科技有限公司",
                        Field.CODE,
                        CreditCode.complete("91", "330402", "%08d".formatted(Math.abs(space.hashCode() % 100_000_000))),
                        Field.FOUNDED,
                        "2015-11-20",
                        Field.DAY,
                        "2016-03-01"))
                .isInstanceOf(Recording.Done.class);

        assertThat(page("/records/" + RecordKind.AGREEMENTS.id())).contains("企业注册日期", "2015-11-20");
    }

    @Test
    void aDayOfRegistrationThatTheRegisterHasOtherwiseStandsBesideTheRegistersWhichCounts() {
        var code =
                CreditCode.complete("91", "330402", "%08d".formatted(Math.abs((space.hashCode() + 7) % 100_000_000)));
        agreement(code, "2015-11-20", "2016-03-01");
        agreement(code, "2014-02-03", "2016-04-01");

        assertThat(page("/records/" + RecordKind.AGREEMENTS.id()))
                .contains("2014-02-03", "登记册为2015-11-20，以登记册为准；登记册有误的，请所在地科技部门更正。");
    }

    private void agreement(String code, String founded, String day) {
        assertThat(write(
                        RecordKind.AGREEMENTS,
                        Field.SUBJECT,
                        "演示·两个日期有限公司",
                        Field.CODE,
                        code,
                        Field.FOUNDED,
                        founded,
                        Field.DAY,
                        day))
                .isInstanceOf(Recording.Done.class);
    }

    @Test
    void figuresStandByTheirSubjectAndAYearThatContradictsItselfIsNotClosed() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·无人队", Field.DAY, "2016-01-10");
        var page = page("/figures?year=2016");

        assertThat(page).containsPattern("data-group>\\s*<th scope=\"rowgroup\" colspan=\"4\">");
        assertThat(page).contains("现在还不能关账", "data-missing", "有创业团队就应有团队人员");
        assertThat(page).containsPattern("value=\"close\"\\s+disabled");
        assertThat(page).contains("逻辑审核", "看各项统计数之间有没有矛盾");
    }
}
