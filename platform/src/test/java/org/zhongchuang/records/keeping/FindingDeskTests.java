package org.zhongchuang.records.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;

/** What officers record and relate is chosen by its words and found by its name. */
class FindingDeskTests extends TestCity {

    @Autowired
    private EnterSubject entering;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    private Actor officer() {
        return accounts.appointmentsOf("city1").getFirst();
    }

    private SubjectId enter(SubjectKind kind, String name) {
        return ((Registering.Done) entering.enter(officer(), new EnterSubject.Entry(kind, name, "330402", "", null)))
                .subject();
    }

    @Test
    void aChoiceIsMadeByItsWordsAndNoCodeIsTyped() {
        var person = enter(SubjectKind.PERSON, "演示人才" + mark);
        var browser = Browser.of(port, officer());

        browser.open("/register/" + person + "/record?attribute=talent");
        assertThat(browser.body()).contains("<option value=\"leader\"", "领军人才").doesNotContain("<datalist");
        browser.open("/register/" + person + "/record?attribute=angel");
        assertThat(browser.body()).contains("<option value=\"true\"", "是").doesNotContain("领军人才</option>");
    }

    @Test
    void theOtherOfARelationIsFoundByItsName() {
        var fund = enter(SubjectKind.FUND, "演示·基金" + mark);
        var manager = enter(SubjectKind.INVESTOR, "演示·管理人" + mark);
        var browser = Browser.of(port, officer());

        browser.open("/register/" + manager + "/record?sought=" + mark);
        assertThat(browser.body()).contains("演示·基金" + mark, "value=\"" + fund + "\"");
        assertThat(browser.post(
                        "/register/" + manager + "/relate",
                        Map.of(
                                "relation", "manages",
                                "other", fund.toString(),
                                "since", "2016-03-01",
                                "basis", "演示协议")))
                .isEqualTo(302);
        browser.open("/directory/" + manager);
        assertThat(browser.body()).contains("演示·基金" + mark);
    }
}
