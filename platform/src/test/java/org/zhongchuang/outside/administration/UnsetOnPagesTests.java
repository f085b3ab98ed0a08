package org.zhongchuang.outside.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Unset;

/** The page of making ready and that of parameters tell of the same values that are not set. */
class UnsetOnPagesTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Test
    void bothSayHowManyDecisionsNeedAndHowManyThereAreInAll() {
        var unset = Unset.of(policies.current());
        var officer = Browser.of(port, accounts.appointmentsOf("city1").getFirst());

        officer.open("/start");
        assertThat(officer.body())
                .contains("data-unset=\"" + unset.toDecide().size() + "\"", "一共 " + unset.all() + " 个")
                .contains("data-unset-besides=\"" + unset.besides().size() + "\"");
        officer.open("/parameters");
        assertThat(officer.body())
                .contains("data-unset=\"" + unset.all() + "\"")
                .contains("其中 " + unset.toDecide().size() + " 个是审核和决定申报要用的", "href=\"/start\"");
    }
}
