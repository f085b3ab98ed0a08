package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Coming in: the one search, the desk, and a head that leaves room for the page on every screen. */
class FrontDoorJourney extends CityJourney {

    private static final int HIGHEST_HEAD = 64;
    private static final List<String> MAIN_PAGES =
            List.of("/", "/search?q=%E8%A1%A5%E8%B4%B4", "/benefits", "/awards", "/notices", "/directory", "/sign-in");

    private Page speaking(String login, String language, int width, int height) {
        var page = login.isEmpty()
                ? browser.visitor(width, height)
                : Visitor.signedIn(browser, city, login).page();
        page.setViewportSize(width, height);
        page.context().addCookies(List.of(new Cookie("lang", language).setUrl(city.at("/"))));
        return page;
    }

    @Test
    void aSlashOpensTheSearchAndArrowsLeadToWhatFits() {
        var page = speaking("", "zh", 1280, 900);
        page.navigate(city.at("/notices"));

        page.keyboard().press("/");
        page.locator("#search-words").pressSequentially("chuangxinquan");
        page.locator("#search-window [data-hit]").first().waitFor();
        assertThat(Axe.violations(page)).isEmpty();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        page.waitForURL("**/calculators/innovation-voucher");
    }

    @Test
    void aCodeThatIsTypedWholeIsOpenedByEnter() {
        var page = speaking("", "zh", 1280, 900);
        page.navigate(city.at("/register/spaces"));
        var code = page.locator("main a[href^='/register/spaces/JX']")
                .first()
                .getAttribute("href")
                .replaceFirst(".*/", "");

        page.keyboard().press("Control+k");
        page.locator("#search-words").pressSequentially(code);
        page.locator("#search-window .is-exact").waitFor();
        page.keyboard().press("Enter");

        page.waitForURL("**/verify/" + code);
    }

    @Test
    void escapeClosesTheSearchAndWithoutScriptsItIsAPage() {
        var page = speaking("", "zh", 390, 844);
        page.navigate(city.at("/"));
        page.locator("[data-opens=search-window]").click();
        assertThat(page.locator("#search-window").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#search-window").isVisible()).isFalse();

        var plain = browser.withoutScripts(1280, 900);
        plain.navigate(city.at("/"));
        plain.locator("[data-opens=search-window]").click();
        plain.fill("main input[name=q]", "配套");
        plain.locator("main form[role=search] button").click();

        assertThat(plain.locator("main [data-hit]").count()).isPositive();
    }

    @Test
    void anApplicantsDeskTellsWhatTheyCouldHaveAndDrawsTheirFigures() {
        var page = speaking("op004", "zh", 1440, 900);

        page.navigate(city.at("/desk"));

        page.locator("[data-chart] svg").first().waitFor();
        assertThat(page.locator("[data-figure]").count()).isPositive();
        page.navigate(city.at("/benefits"));
        assertThat(page.locator("[data-source]").count()).isGreaterThan(5);
    }

    static Stream<Arguments> screens() {
        return Stream.of("", "op004", "city1", "finance-officer")
                .flatMap(login -> Stream.of("zh", "en").map(language -> Arguments.of(login, language)));
    }

    @ParameterizedTest(name = "as \"{0}\" in {1}")
    @MethodSource("screens")
    void onAPhoneTheHeadIsLowAndThePageBeginsOnTheFirstScreen(String login, String language) {
        var page = speaking(login, language, 390, 844);

        page.navigate(city.at(login.isEmpty() ? "/" : "/desk"));

        assertThat(page.locator(".site-header").boundingBox().height).isLessThanOrEqualTo(HIGHEST_HEAD);
        assertThat(page.locator("main").boundingBox().y).isLessThan(260);
        assertThat(page.locator("main h1").first().boundingBox().y).isLessThan(600);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .isTrue();
    }

    @Test
    void theDrawerOfAPhoneClosesWhenItIsLeftByKeyboard() {
        var page = speaking("city1", "zh", 390, 844);
        page.navigate(city.at("/desk"));
        page.locator(".menu-open").click();
        assertThat(page.locator("#menu").isVisible()).isTrue();

        page.locator("#menu a:visible").last().focus();
        page.keyboard().press("Tab");

        assertThat(page.locator("#menu").isVisible()).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide, size {2}, contrast {3}")
    @CsvSource({"zh, 768, normal, normal", "en, 768, normal, normal", "zh, 1440, large, high", "en, 390, large, high"})
    void nothingKeepsAnybodyOutOnATabletInLargeTypeOrHighContrast(
            String language, int width, String size, String contrast) {
        var page = speaking("", language, width, 900);
        var desk = speaking("city1", language, width, 900);
        for (var one : List.of(page, desk)) {
            one.context()
                    .addCookies(List.of(
                            new Cookie("size", size).setUrl(city.at("/")),
                            new Cookie("contrast", contrast).setUrl(city.at("/"))));
        }

        MAIN_PAGES.forEach(path -> look(page, path));
        List.of("/desk", "/inbox", "/finance/budget", "/register/new").forEach(path -> look(desk, path));
    }

    private void look(Page page, String path) {
        page.navigate(city.at(path));
        assertThat(Axe.violations(page)).as(path).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"))
                .as(path + " is no wider than its window")
                .isTrue();
    }
}
