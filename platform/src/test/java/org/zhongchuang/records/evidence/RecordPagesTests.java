package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
                .contains("2014-02-03", "登记册为2015年11月20日，以登记册为准；登记册有误的，请所在地科技部门更正。");
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

    @Test
    void everyFormOfOneRowSaysInOneWayWhatItNeedsAndWhatIsWrongStandsAtItsField() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op010");
            for (var kind : RecordKind.values()) {
                var address = "/spaces/" + space + "/records/" + kind.id();
                var form = browser.opens(address).body();
                var answer = browser.posts(address, Map.of("corrects", "0")).body();
                for (var column : kind.columns()) {
                    var name = column.field().id();
                    var label = ">" + column.label().zh() + (column.required() ? " *" : "") + "</label>";
                    assertThat(form).as(kind.id()).contains("for=\"" + name + "\"" + label);
                    var field = Pattern.compile("<(?:input|select)[^>]* id=\"" + name + "\"[^>]*>");
                    assertThat(field.matcher(form).results().map(MatchResult::group))
                            .as(kind.id() + " " + name)
                            .singleElement()
                            .satisfies(
                                    one -> assertThat(one.contains(" required")).isEqualTo(column.required()));
                    assertThat(answer.contains("id=\"" + name + "-mistake\"")).isEqualTo(column.required());
                    assertThat(answer.contains("aria-describedby=\"" + name + "-mistake\""))
                            .isEqualTo(column.required());
                }
            }
        }
    }

    @Test
    void aRefusalThatIsAboutOneFieldStandsThere() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·占位队", Field.UNIT, "A-01", Field.DAY, "2016-01-10");
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op010");
            var address = "/spaces/" + space + "/records/" + RecordKind.AGREEMENTS.id();
            browser.opens(address);
            assertThat(browser.posts(address, Map.of("subject", "演示·后来者", "unit", "A-01", "day", "2016-02-10"))
                            .body())
                    .containsPattern("id=\"unit-mistake\">[^<]*已有入驻方");
        }
    }

    @Test
    void aRowOfAnotherKindIsNotShownInTheFormOfThisOne() {
        assertThat(write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·别类队", Field.UNIT, "A-09", Field.DAY, "2016-01-10"))
                .isInstanceOf(Recording.Done.class);
        var row = records.list(space, RecordKind.AGREEMENTS, "演示·别类队", 0).rows().getFirst();
        assertThat(page("/records/" + RecordKind.AGREEMENTS.id() + "?correct=" + row.id()))
                .contains("value=\"A-09\"");
        assertThat(page("/records/" + RecordKind.EVENTS.id() + "?correct=" + row.id()))
                .contains(Recording.Reason.NO_SUCH_ROW.text().zh())
                .doesNotContain("A-09");
    }

    @Test
    void aPastedTextThatIsTooLongIsSaidToBeTooLongAndHowLongItMayBe() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op010");
            var address = "/spaces/" + space + "/records/" + RecordKind.EVENTS.id();
            browser.opens(address);

            assertThat(browser.uploads(address + "/import", Map.of("pasted", "长".repeat(1_100_000)), Map.of())
                            .body())
                    .contains("文字里有一格超过1,048,576字，超出限度。")
                    .doesNotContain("表格打不开");
        }
    }
}
