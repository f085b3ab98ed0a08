package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.calendar.CityClock;

/** What a failure becomes, and where it leads. */
class ProblemPagesTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private ProblemPages pages;

    @Autowired
    private CityClock clock;

    @Autowired
    private Offices offices;

    private static DataAccessResourceFailureException failure(String state) {
        return new DataAccessResourceFailureException("insert", new SQLException("could not extend file", state));
    }

    @Test
    void aDatabaseWithoutRoomIsSaidAsWhatItIs() {
        assertThat(pages.show(failure("53100")).getStatus()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    }

    @Test
    void aDatabaseThatIsAwayIsLeftToWhoeverWatchesIt() {
        var away = failure("57P01");

        assertThatThrownBy(() -> pages.show(away)).isSameAs(away);
    }

    @Test
    void theAddressOfAFormOpenedAsAPageLeadsToThePageTheFormStandsOn() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            var notice = UUID.randomUUID();
            assertThat(place(browser.opens("/notices/" + notice + "/objections")))
                    .endsWith("/notices/" + notice);
            assertThat(place(browser.opens("/applications/" + notice + "/answers")))
                    .endsWith("/applications/" + notice);
            assertThat(place(browser.opens("/sign-in/as"))).endsWith("/sign-in");
            assertThat(place(browser.opens("/money/account"))).endsWith("/money");
        }
    }

    @Test
    void aFileThatIsTooLargeLeadsBackToTheDraftAndSaysWhatToDo() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op001");
            var draft = "/applications/" + UUID.randomUUID();
            var answer = browser.uploadsInto(
                    draft + "/files", Map.of(), Map.of("file.lease", Map.of("合同.pdf", new byte[(20 << 20) + 1])));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .contains("href=\"" + draft + "\" data-back")
                    .contains("单个文件不超过20MB", "分几次上传");
        }
    }

    @Test
    void aWrongPasswordKeepsWhereOneWantedToGo() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.opens("/sign-in?to=/money");
            var failed = browser.posts("/sign-in", Map.of("login", "op002", "password", "falsch", "to", "/money"));

            assertThat(place(failed)).endsWith("/sign-in?failed&to=%2Fmoney");
            assertThat(browser.opens("/sign-in?failed&to=%2Fmoney").body()).contains("name=\"to\" value=\"/money\"");
        }
    }

    @Test
    void aPageThatAnswersAFormOffersItsLanguageOnThePageTheFormStoodOn() {
        var request = new MockHttpServletRequest("POST", "/spaces/1/change");
        request.setServerName("localhost");
        request.addHeader("Referer", "http://localhost/spaces/1/change?kind=name");

        assertThat(frame(request).with("lang", "en")).isEqualTo("/spaces/1/change?kind=name&lang=en");
    }

    @Test
    void anotherSiteIsNeverLedBackTo() {
        var request = new MockHttpServletRequest("POST", "/spaces/1/change");
        request.setServerName("localhost");
        request.addHeader("Referer", "http://elsewhere.example/x");

        assertThat(frame(request).with("lang", "en")).isEqualTo("/?lang=en");
    }

    private Frame frame(HttpServletRequest request) {
        return new Frame(request, clock, true, offices);
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
