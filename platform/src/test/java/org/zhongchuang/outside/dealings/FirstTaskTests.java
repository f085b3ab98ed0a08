package org.zhongchuang.outside.dealings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.BeginCase;

/** Whom the sign-in page of a demonstration lists can do what they would do first. */
class FirstTaskTests extends TestCity {

    private static final String SUBSIDY = "graduate-insurance-subsidy";

    @LocalServerPort
    private int port;

    @Autowired
    private ReadyAccounts ready;

    @Autowired
    private Accounts accounts;

    @Autowired
    private BeginCase begin;

    @Autowired
    private AnswerQuestions answers;

    @Autowired
    private CaseFacts facts;

    @Test
    void theFirstOperatorRunsARecognisedMakerspaceWithTenants() {
        var operator = ready.ready().getFirst();
        var visitor = new Browser(port);
        visitor.open("/sign-in");
        assertThat(visitor.body()).contains("value=\"" + operator.login() + "\"");

        var browser = Browser.of(port, operator);
        assertThat(begin.applicants(operator).stream()
                        .filter(one ->
                                !begin.occasions("running-costs", one.subject()).isEmpty()
                                        || browser.open("/spaces/" + one.subject() + "/change") == 200)
                        .map(one -> {
                            browser.open("/spaces/" + one.subject() + "/records/agreements");
                            return browser.body();
                        }))
                .anyMatch(tenants -> tenants.contains("演示·初芽教育科技"));
    }

    @Test
    void theFirmIsATenantAndIsAskedNothingTheRecordsTell() {
        var firm = accounts.appointmentsOf("firm").getFirst();
        var subject = begin.applicants(firm).getFirst().subject();
        var ground = begin.occasions(SUBSIDY, subject).getFirst();
        assertThat(ground.facts())
                .containsEntry("resident_in_space", "true")
                .containsEntry("resident_from", "2016-01-10");

        var draft = ((Handling.Done) begin.begin(firm, SUBSIDY, subject, ground.matter())).file();
        assertThat(answers.answer(
                        firm,
                        draft.id(),
                        Map.of(
                                "graduate", "true",
                                "small_micro", "true",
                                "hired_on", "2016-03-01",
                                "contributions", "2016-04-15 800\n2016-05-16 800")))
                .isEmpty();
        assertThat(Objects.requireNonNull(facts.answers(draft.id()).get("resident_in_space")))
                .isEqualTo("true");

        var browser = Browser.of(port, firm);
        browser.open("/applications/" + draft.id());
        assertThat(browser.body()).contains("4 / 4 条已满足", "长期").contains("data-label=\"缴费日期\">2016年4月15日");
    }
}
