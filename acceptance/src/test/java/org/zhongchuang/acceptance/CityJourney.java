package org.zhongchuang.acceptance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A journey through a demonstration city of its own, with a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CityJourney {

    final RunningCity city = RunningCity.start();
    final Browser browser = new Browser();

    @AfterAll
    void end() {
        browser.close();
        city.close();
    }
}
