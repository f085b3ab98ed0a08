package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.Granting.Reason;

/** The page of the grounds for claims: three forms, each of which keeps what was typed into it. */
class GroundPagesTests extends MoneyCity {

    @LocalServerPort
    private int port;

    private PlainBrowser officer() {
        return PlainBrowser.at("http://localhost:" + port).signsIn("city1");
    }

    private Map<String, String> prize() {
        var form = new HashMap<String, String>();
        form.put("subject", newSpace(newOperator()).id().toString());
        form.put("competition", "演示大赛" + UUID.randomUUID().toString().substring(0, 6));
        form.put("level", "province");
        form.put("rank", "2");
        form.put("document", "演示奖〔2017〕77号");
        form.put("day", "2017-01-05");
        return form;
    }

    private static String section(String page, String action) {
        var from = page.indexOf("action=\"" + action + "\"");
        return page.substring(from, page.indexOf("</form>", from));
    }

    @ParameterizedTest
    @CsvSource({
        "competition, 甲, NO_NAME, 2 to 80 characters",
        "level, galaxy, NO_CHOICE, Choose one",
        "rank, 0, NO_RANK, from 1 to 20",
        "document, 短, NO_DOCUMENT, 4 to 60 characters",
        "day, 2099-01-01, NO_DAY, not after today",
        "subject, nobody, NO_SUCH_SUBJECT, No such entry"
    })
    void eachMistakeOfAPrizeHasItsReasonAndItsFormKeepsWhatWasTyped(
            String field, String value, String reason, String words) {
        try (var officer = officer()) {
            var form = prize();
            form.put(field, value);

            var page = officer.posts("/grounds/prizes?lang=en", form).body();

            assertThat(page).contains("data-refused=\"" + reason + "\"", words);
            assertThat(section(page, "/grounds/prizes"))
                    .contains("value=\"" + form.get("rank") + "\"", "value=\"" + form.get("document") + "\"");
            assertThat(section(page, "/grounds/higher")).doesNotContain("value=\"" + form.get("document") + "\"");
        }
    }

    @Test
    void aPrizeThatWasRecordedIsListedAndNotRecordedTwice() {
        try (var officer = officer()) {
            var form = prize();
            assertThat(officer.posts("/grounds/prizes", form).statusCode()).isEqualTo(302);

            assertThat(officer.opens("/grounds").body()).contains(form.get("competition"));
            assertThat(officer.posts("/grounds/prizes", form).body()).contains("data-refused=\"PRIZE_RECORDED\"");
        }
    }

    @Test
    void anEventTwiceAndAnExtentThatIsNoneAreToldAsWhatTheyAre() {
        var operator = newOperator();
        var space = newSpace(operator);
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(operator.login())) {
            var form = new HashMap<String, String>(Map.of(
                    "space",
                    space.id().toString(),
                    "name",
                    "演示·火星大赛",
                    "reach",
                    "MARS",
                    "day",
                    "2030-01-01",
                    "sum",
                    "5000"));
            assertThat(browser.posts("/grounds/events", form).body()).contains("data-refused=\"NO_CHOICE\"");
            form.put("reach", "NATIONAL");
            assertThat(browser.posts("/grounds/events", form).statusCode()).isEqualTo(302);
            assertThat(browser.posts("/grounds/events", form).body()).contains("data-refused=\"EVENT_RECORDED\"");
        }
    }

    @Test
    void whatIsLookedForStandsInTheAddressAndNothingElseIsListed() {
        var match = higherAward(newSpace(newOperator()), Fen.ofYuan(9_000));
        var other = higherAward(newSpace(newOperator()), Fen.ofYuan(8_000));
        var document = higher.find(match).orElseThrow().document();
        try (var officer = officer()) {
            assertThat(officer.opens("/grounds?q=" + URLEncoder.encode(document, StandardCharsets.UTF_8))
                            .body())
                    .contains("data-higher=\"" + match, "value=\"" + document + "\"")
                    .doesNotContain("data-higher=\"" + other);
            assertThat(officer.opens("/grounds?q=nothing-of-that-name").body()).doesNotContain("data-higher=");
        }
    }

    @Test
    void anAwardThatWasWithdrawnIsNotWithdrawnAgain() {
        var match = higherAward(newSpace(newOperator()), Fen.ofYuan(9_000));
        higher.withdraw(actor("city2"), match, "上级撤回文件");

        assertThat(higher.withdraw(actor("city2"), match, "上级撤回文件"))
                .isEqualTo(new Granting.Refused(Reason.WITHDRAWN_ALREADY));
        assertThat(higher.verify(actor("city2"), match, Fen.ofYuan(9_000), "凭证"))
                .isEqualTo(new Granting.Refused(Reason.WITHDRAWN_ALREADY));
    }
}
