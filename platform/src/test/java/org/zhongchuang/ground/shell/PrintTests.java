package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Shown;

/** What is printed can be found again: paper says which page it was, of which day, and whether there is more. */
class PrintTests extends TestCity {

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void everyPageSaysOnPaperWhichItIsAndOfWhichDay() {
        var today = Shown.day(LocalDate.now(clock));
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            for (var page : new String[] {"/targets", "/notices", "/policies/jiaxing-2015-90/clauses/五(二)"}) {
                assertThat(visitor.opens(page).body().replaceAll("\\s+", " "))
                        .as(page)
                        .contains("data-printed", today.zh() + "打印");
            }
            assertThat(visitor.opens("/targets?lang=en").body()).contains("printed on " + today.en());
        }
    }

    @Test
    void aListThatGoesOnSaysSoOnPaperAndAWayToTheNextClauseDoesNot() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(visitor.opens("/directory?kind=enterprise").body()).contains("data-more");
            assertThat(visitor.opens("/policies/jiaxing-2015-90/clauses/五(二)").body())
                    .doesNotContain("data-more");
        }
    }
}
