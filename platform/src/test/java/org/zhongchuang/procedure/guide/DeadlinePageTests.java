package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;

/** The calculator of deadlines reads days and numbers as people write them. */
class DeadlinePageTests extends TestCity {

    @LocalServerPort
    private int port;

    @Test
    void aFullWidthNumberIsANumber() {
        var browser = new Browser(port);

        browser.open("/calculators/deadlines?after=2016-12-31&days=%EF%BC%92%EF%BC%90");

        assertThat(browser.body()).doesNotContain("is-invalid").contains("2017");
    }

    @Test
    void whatIsNoNumberOfDaysIsToldAtItsField() {
        var browser = new Browser(port);

        browser.open("/calculators/deadlines?after=2016-12-31&days=501");

        assertThat(browser.body()).contains("id=\"days-mistake\"");
    }
}
