package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pulls the plug: what was answered is there after the next start, whichever process died. */
class CrashJourney {

    private static final int POWER_CUTS = 3;

    @Test
    void nothingAcceptedIsLostWhenEverythingIsKilled() {
        try (var city = RunningCity.start();
                var browser = new Browser()) {
            var accepted = new ArrayList<String>();
            for (int cut = 0; cut < POWER_CUTS; cut++) {
                var visitor = Visitor.signedIn(browser, city, "op01" + (3 + cut));
                var name = "演示·断电" + cut + "空间";
                visitor.open("/applications/new")
                        .fill(Map.of("name", name, "openedOn", "2015-09-01", "address", "南湖区测试路3号"));
                visitor.choose("kind", "MAKER")
                        .choose("builder", "FIRM")
                        .choose("carrier", "OTHER")
                        .choose("area", "330402");
                visitor.page().locator("form:has(#name) button").click();
                visitor.page().waitForURL("**/applications/*-*");
                accepted.add(name);
                if (cut == 0) {
                    city.killApplicationOnly();
                } else {
                    city.kill();
                }
                city.restart();
                visitor.open("/desk").sees(name);
            }
            assertThat(accepted).hasSize(POWER_CUTS);
        }
    }
}
