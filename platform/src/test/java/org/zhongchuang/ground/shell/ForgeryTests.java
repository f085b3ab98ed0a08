package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** Forms that somebody else wrote. */
class ForgeryTests extends TestCity {

    private static final String PLANTED = "3f1b0f5e-9a51-4a5b-8a5e-0d8f8a1c7b11";

    @LocalServerPort
    private int port;

    @Test
    void aPairOfCookieAndFieldThatSomebodyPlantedIsRefused() {
        try (var victim = browser().signsIn("op001")) {
            victim.plants("XSRF-TOKEN", PLANTED);

            assertThat(victim.posts("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whoeverSendsAFormWithoutItsTokenIsToldThatThePageWasOpenTooLong() {
        try (var person = browser().signsIn("op001")) {
            person.plants("XSRF-TOKEN", PLANTED);

            assertThat(person.posts("/sign-out?lang=en", Map.of()).body())
                    .contains("This page was open too long", "reload the page")
                    .doesNotContain("Your present role");
        }
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        try (var attacker = browser().signsIn("op002");
                var victim = browser().signsIn("op001")) {
            victim.plants("XSRF-TOKEN", attacker.token());

            assertThat(victim.posts("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void onesOwnTokenIsAcceptedAndANewPageMendsABrokenOne() {
        try (var person = browser().signsIn("op001")) {
            person.plants("XSRF-TOKEN", PLANTED);
            person.opens("/desk");

            assertThat(person.token()).isNotEqualTo(PLANTED);
            assertThat(person.posts("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void readingAPublicPageMakesNoSession() {
        try (var visitor = browser()) {
            visitor.opens("/sign-in");

            assertThat(visitor.cookieNames()).containsExactly("XSRF-TOKEN");
        }
    }

    private PlainBrowser browser() {
        return PlainBrowser.at("http://localhost:" + port);
    }
}
