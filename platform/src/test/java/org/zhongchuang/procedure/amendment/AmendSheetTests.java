package org.zhongchuang.procedure.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.AmendParameter.Draft;
import org.zhongchuang.procedure.amendment.AmendSheet.Sheet;

/** Many values are proposed under one document and decided as a whole. */
class AmendSheetTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private AmendSheet sheets;

    @Autowired
    private Policies policies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private Draft draft(String parameter, String value) {
        return new Draft(parameter, value, LocalDate.now(clock).plusDays(400).toString(), "测试〔2018〕1号", "按测算设定");
    }

    private long open(String parameter) {
        return jdbc.sql("select count(*) from amendment.proposal where parameter = :parameter and state = 'OPEN'")
                .param("parameter", parameter)
                .query(Long.class)
                .single();
    }

    @Test
    void aSheetIsKeptAsAWholeAndApprovedAsAWholeBySomebodyElse() {
        var sheet = (Sheet.Done)
                sheets.propose(actor("city1"), List.of(draft("visit_days", "11"), draft("scoring_days", "12")));

        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("decider1")) {
            assertThat(browser.opens("/parameters").body()).contains("/parameters/sheets/" + sheet.id());
            assertThat(browser.opens("/parameters/sheets/" + sheet.id()).body())
                    .contains("data-parameter=\"visit_days\"", "全部批准");
        }
        assertThat(sheets.of(sheet.id())).extracting(Proposal::parameter).containsExactly("scoring_days", "visit_days");
        assertThat(sheets.propose(actor("city1"), List.of(draft("visit_days", "13"))))
                .as("one of them again")
                .isInstanceOf(Sheet.Wrong.class);
        assertThat(sheets.approve(actor("city1"), sheet.id())).isEqualTo(Amending.refused(Amending.Reason.SAME_PERSON));
        assertThat(open("visit_days")).isOne();

        assertThat(sheets.approve(actor("decider1"), sheet.id())).isInstanceOf(Amending.Done.class);

        assertThat(open("visit_days")).isZero();
        for (var id : List.of("visit_days", "scoring_days")) {
            var last = Objects.requireNonNull(policies.current().parameters().get(id))
                    .values()
                    .getLast();
            assertThat(last.standing()).isEqualTo(Parameter.Standing.SET);
            assertThat(last.basis().zh()).isEqualTo("测试〔2018〕1号");
        }
        assertThat(sheets.approve(actor("decider1"), sheet.id())).isEqualTo(Amending.refused(Amending.Reason.NOT_OPEN));
    }

    @Test
    void whereOneValueIsWrongNoneIsKeptAndEachMistakeIsTold() {
        var wrong = (Sheet.Wrong)
                sheets.propose(actor("city1"), List.of(draft("meeting_days", "7"), draft("decision_days", "many")));

        assertThat(wrong.mistakes()).containsOnlyKeys("decision_days");
        assertThat(wrong.mistakes().values())
                .extracting(Amending.Refused::reason)
                .containsExactly(Amending.Reason.NOT_A_VALUE);
        assertThat(open("meeting_days")).isZero();
        assertThat(sheets.propose(actor("city1"), List.of())).isInstanceOf(Sheet.Wrong.class);
    }

    @Test
    void valuesThatContradictTheRulesTogetherAreRefusedTogether() {
        var wrong = (Sheet.Wrong)
                sheets.propose(actor("city1"), List.of(draft("event_full_score", "50"), draft("meeting_days", "8")));

        assertThat(wrong.contradictions()).isNotEmpty();
        assertThat(open("meeting_days")).isZero();
    }

    @Test
    void thePageKeepsWhatWasTypedAndOffersPublishedValuesWithTheirSource() {
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city2")) {
            var page = browser.opens("/parameters/sheet").body();
            assertThat(page)
                    .containsSubsequence("data-parameter=\"minimum_area\"", "data-with=\"500\"", "国科火字〔2017〕120号")
                    .containsSubsequence("data-parameter=\"correction_days\"", "—");

            var answer = browser.posts(
                    "/parameters/sheet",
                    Map.of(
                            "value.minimum_area",
                            "约500",
                            "document",
                            "测试〔2018〕2号",
                            "reason",
                            "按测算",
                            "from",
                            "2099-01-01"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"约500\"", "请填写不小于0的数字", "测试〔2018〕2号");
        }
    }
}
