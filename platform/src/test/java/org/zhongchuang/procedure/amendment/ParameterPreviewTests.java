package org.zhongchuang.procedure.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/**
 * Looking at what a value would do before it is proposed: nothing is kept, and nothing secret stands in the address.
 */
class ParameterPreviewTests extends TestCity {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "abc, 2017-12-01, value",
        "-5, 2017-12-01, value",
        "30, tomorrow, from",
        "30, 2015-01-01, from",
        "30, 2017-12-01, ''"
    })
    void whatCannotBeReadIsToldAtItsField(String value, String from, String field) {
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var form = officer.opens("/parameters/minimum_tenants").body();
            assertThat(form)
                    .contains("formaction=\"/parameters/minimum_tenants/preview\"")
                    .doesNotContain("formmethod");

            var page = officer.posts(
                            "/parameters/minimum_tenants/preview",
                            Map.of("value", value, "from", from, "document", "", "reason", ""))
                    .body();

            assertThat(page.contains("id=\"impact\"")).isEqualTo(field.isEmpty());
            assertThat(page.contains("id=\"" + field + "-mistake\"")).isEqualTo(!field.isEmpty());
        }
    }

    @Test
    void aValueFarFromTheOneBeforeIsAskedAboutOnceWithBothBesideEachOther() {
        var base = "/parameters/minimum_tenants";
        var form = new HashMap<>(
                Map.of("value", "2666660", "from", "2017-12-01", "document", "嘉科〔2017〕9号", "reason", "试行后调整"));
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var asked = officer.posts(base, form);
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.body())
                    .contains("data-look-over", "data-doubt", "2666660", "是原来20 家的133,333倍")
                    .doesNotContain("data-proposal");

            form.put("look", "back");
            assertThat(officer.posts(base, form).body())
                    .contains("value=\"2666660\"", "嘉科〔2017〕9号", "试行后调整")
                    .doesNotContain("data-look-over");

            form.put("look", "confirm");
            assertThat(officer.posts(base, form).statusCode()).isEqualTo(302);
            var page = officer.opens(base + "?done=proposed").body();
            assertThat(page).as("what was done is said").containsPattern("data-saved>✓ 已提交审批：由[^<]+批准");
            var proposal = page.replaceFirst("(?s).*data-proposal=\"([^\"]+)\".*", "$1");
            officer.posts(base + "/withdraw", Map.of("proposal", proposal));
            assertThat(page).as("who decides it sees it too").contains("data-proposal", "data-doubt", "133,333倍");
        }
    }

    @Test
    void aSheetAsksAboutTheValuesThatMayBeSlipsAndAboutNoOther() {
        var form = Map.of(
                "value.minimum_tenants", "2000",
                "value.minimum_desks", "60",
                "from", "2017-12-01",
                "document", "嘉科〔2017〕9号",
                "reason", "试行后调整");
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var asked = officer.posts("/parameters/sheet", form).body();

            assertThat(asked.substring(asked.indexOf("data-doubt"), asked.indexOf("</dl>")))
                    .contains("<b>2000", "是原来20 家的100倍")
                    .doesNotContain("<b>60");
        }
    }

    @Test
    void aRefusalWithoutItsReasonIsToldAtTheFieldOnTheSamePageWithItsEffect() {
        var base = "/parameters/minimum_tenants";
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1");
                var decider = PlainBrowser.at("http://localhost:" + port).signsIn("decider1")) {
            officer.posts(
                    base, Map.of("value", "31", "from", "2017-12-01", "document", "嘉科〔2017〕9号", "reason", "试行后调整"));
            var list = "/parameters?standing=to_approve";
            var waiting = decider.opens(list).body().split("data-counted", -1).length - 1;
            assertThat(decider.opens("/desk").body())
                    .as("one value that waits alone is opened from the desk at once")
                    .contains("data-card=\"" + (waiting == 1 ? base : list) + "\"");
            var page = decider.opens(base).body();
            assertThat(page).contains("id=\"impact\"");
            var proposal = page.replaceFirst("(?s).*data-proposal=\"([^\"]+)\".*", "$1");
            var tooLong = "不".repeat(1_001);
            try {
                var refused = decider.posts(base + "/reject", Map.of("proposal", proposal, "answer", tooLong));

                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.body()).contains("id=\"impact\"", "id=\"answer-mistake\"", tooLong);
            } finally {
                officer.posts(base + "/withdraw", Map.of("proposal", proposal));
            }
            var unreasoned = officer.posts(
                    base, Map.of("value", "31", "from", "2017-12-01", "document", "嘉科〔2017〕9号", "reason", ""));
            assertThat(unreasoned.body()).contains("id=\"impact\"", "id=\"reason-mistake\"", "value=\"31\"");
        }
    }
}
