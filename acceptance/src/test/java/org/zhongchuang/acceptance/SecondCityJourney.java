package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration of the second city: its own names, document and cases, and nothing of the first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondCityJourney {

    private static final List<String> OF_THE_FIRST = List.of("嘉兴", "Jiaxing", "嘉政办发", "南湖", "浙江");

    private final RunningCity city = RunningCity.start(List.of("--city", "yunting"));
    private final Browser browser = new Browser();

    @AfterAll
    void end() {
        browser.close();
        city.close();
    }

    private static void nothingOfTheFirst(Visitor visitor) {
        OF_THE_FIRST.forEach(visitor::seesNot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/policies/yunting-2018-7",
                "/policies/yunting-2018-7/clauses/第六条",
                "/benefits",
                "/register/spaces",
                "/directory",
                "/notices",
                "/awards",
                "/assessments",
                "/verify",
                "/sign-in"
            })
    void aPublicPageIsOfThisCityAndAccessible(String path) {
        var visitor = new Visitor(browser.visitor(1280, 900), city).open(path);
        assertThat(visitor.page().locator("main h1").count()).isPositive();
        nothingOfTheFirst(visitor);
        visitor.findsItAccessible();
    }

    @Test
    void theDocumentIsReadByItsOwnArticles() {
        new Visitor(browser.visitor(1280, 900), city)
                .open("/policies/yunting-2018-7")
                .sees("云政规〔2018〕7号")
                .sees("第六条");
    }

    @Test
    void certificatesBeginWithTheLettersOfThisCity() {
        var visitor = new Visitor(browser.visitor(1280, 900), city).open("/register/spaces");
        assertThat(visitor.page().locator("main a[href^='/register/spaces/YT']").count())
                .isPositive();
        visitor.page().locator("main a[href^='/register/spaces/YT']").first().click();
        nothingOfTheFirst(visitor);
    }

    @Test
    void anOfficerFindsWorkOnTheDeskAndReadsOneCase() {
        var officer = Visitor.signedIn(browser, city, "city1");
        nothingOfTheFirst(officer);
        officer.findsItAccessible();
        officer.open("/inbox?show=all");
        officer.page().locator("main a[href^='/cases/']").first().click();
        officer.page().waitForURL("**/cases/**");
        nothingOfTheFirst(officer);
        officer.findsItAccessible();
    }
}
