package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.filing.KnownAnswers;

/** "What can I get" begins with what the registers know of whoever has signed in, and says from where. */
class BenefitsTests extends TestCity {

    @Autowired
    private Accounts accounts;

    @Autowired
    private KnownAnswers known;

    @LocalServerPort
    private int port;

    private Actor operator() {
        return accounts.appointmentsOf("op004").getFirst();
    }

    private String floorArea() {
        var applicant = known.applicants(operator()).getFirst();
        return Objects.requireNonNull(known.of(applicant).get("area_sqm")).value();
    }

    @Test
    void anOperatorReadsTheAnswersOfTheRegistersAndWhereTheyStand() {
        var browser = Browser.of(port, operator());

        assertThat(browser.open("/benefits")).isEqualTo(200);

        assertThat(browser.body())
                .contains("data-source=\"area_sqm\"")
                .contains("id=\"area_sqm\" name=\"area_sqm\" value=\"" + floorArea() + "\"");
    }

    @Test
    void anAnswerThatIsChangedIsTheReadersOwn() {
        var browser = Browser.of(port, operator());

        browser.open("/benefits?for=operator&area_sqm=77");

        assertThat(browser.body())
                .contains("name=\"area_sqm\" value=\"77\"")
                .doesNotContain("data-source=\"area_sqm\"");
        assertThat(floorArea()).isNotEqualTo("77");
    }

    @Test
    void anAnswerThatIsTakenOutStaysOut() {
        var browser = Browser.of(port, operator());

        browser.open("/benefits?for=operator&area_sqm=");

        assertThat(browser.body()).contains("name=\"area_sqm\" value=\"\"").doesNotContain("data-source=\"area_sqm\"");
    }

    @Test
    void aVisitorIsAskedThreeQuestionsFirstAndThenWhatMatters() {
        var visitor = new Browser(port);

        visitor.open("/benefits?for=operator");
        assertThat(visitor.body().split("<label class=\"form-label\"", -1)).hasSize(4);
        assertThat(visitor.body()).doesNotContain("统计报表逻辑审核").doesNotContain("还需要：");

        visitor.open("/benefits?for=operator&tenants=25");
        assertThat(visitor.body())
                .contains("name=\"tenants\" value=\"25\"", "name=\"desks\"")
                .doesNotContain("name=\"expert_", "name=\"assessment_score\"", "name=\"rank_share\"");
    }

    @Test
    void whatWouldHaveToChangeIsSaidAsPeopleSayIt() {
        var visitor = new Browser(port);

        visitor.open(
                "/benefits?for=operator&recognised=false&rent_paid=0&broadband_paid=0&software_paid=0&tools_paid=0");

        assertThat(visitor.body()).contains("为“是”", "大于 0").doesNotContain("做到", "0.01");
    }

    @Test
    void theRegistersAreAskedForNobodyElse() {
        var other =
                known.applicants(accounts.appointmentsOf("op005").getFirst()).getFirst();
        var visitor = new Browser(port);
        var browser = Browser.of(port, operator());

        visitor.open("/benefits?for=operator&subject=" + other.subject());
        browser.open("/benefits?for=operator&subject=" + other.subject());

        assertThat(visitor.body()).doesNotContain("data-source=").doesNotContain("data-known=");
        assertThat(browser.body()).doesNotContain(other.name());
    }

    @Test
    void aDeskCountsWhatCouldBeHadToday() {
        var browser = Browser.of(port, accounts.appointmentsOf("firm").getFirst());

        assertThat(browser.open("/benefits/chances")).isEqualTo(200);
        assertThat(browser.body()).doesNotContain("<html");
        assertThat(new Browser(port).open("/benefits/chances")).isEqualTo(302);
        assertThat(Browser.of(port, accounts.appointmentsOf("city1").getFirst()).open("/benefits/chances"))
                .isEqualTo(403);
    }
}
