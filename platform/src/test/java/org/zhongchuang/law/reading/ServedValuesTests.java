package org.zhongchuang.law.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.ServedCity;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.law.policy.Policies;

/** A city that is in service shows no value that no authority has set, and works nothing out by one. */
class ServedValuesTests extends ServedCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Policies policies;

    private static void showsNone(Browser browser, String path) throws Exception {
        assertThat(browser.open(path)).as(path).isEqualTo(200);
        assertThat(browser.body()).as(path).doesNotContain("演示参数", "demonstration value");
    }

    @Test
    void noPageOfThePolicyShowsADemonstrationValue() throws Exception {
        var pages = new ArrayList<String>();
        for (var document : policies.current().documents()) {
            document.clauses().stream()
                    .map(Clause::id)
                    .forEach(id -> pages.add("/policies/" + document.id() + "/clauses/"
                            + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")));
            pages.add("/policies/" + document.id());
            pages.add("/policies/" + document.id() + "/editions");
        }
        policies.current().programmes().keySet().forEach(id -> pages.add("/calculators/" + id));
        pages.add("/calculators/deadlines");
        pages.add("/benefits");
        var visitor = new Browser(port);
        for (var page : pages) {
            showsNone(visitor, page);
        }

        showsNone(
                visitor,
                "/calculators/running-costs?area_rented=1000&rent_paid=60000&broadband_paid=0&software_paid=0&on=2016-06-30");
        assertThat(visitor.body()).contains("主管部门尚未设定").doesNotContain("可以享受 <b>30,000");
    }
}
