package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.filing.KnownAnswers;
import org.zhongchuang.procedure.filing.Openings;

/** "What can I get" begins with what the registers know of whoever has signed in, and says from where. */
class BenefitsTests extends TestCity {

    @Autowired
    private Accounts accounts;

    @Autowired
    private KnownAnswers known;

    @Autowired
    private Openings openings;

    @LocalServerPort
    private int port;

    private Actor operator() {
        return accounts.appointmentsOf("op004").getFirst();
    }

    private String floorArea() {
        var applicant = openings.applicants(operator()).getFirst();
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
                .contains("name=\"tenants\" value=\"25\"")
                .doesNotContain("name=\"expert_", "name=\"assessment_score\"", "name=\"rank_share\"");
    }

    @Test
    void aResultIsShownForAnswersOnlyThatCanBeRead() {
        var browser = new Browser(port);
        browser.open("/calculators/running-costs?rent_paid=50000&rent_area=x");
        assertThat(browser.body())
                .contains("data-outcome=\"PROBLEM\"", "填得看不懂，改正后才有结果", "value=\"50000\"")
                .doesNotContain("data-amount", "计算过程");
        browser.open("/calculators/running-costs?on=%E6%98%8E%E5%A4%A9");
        assertThat(browser.body()).contains("value=\"明天\"", "id=\"on-mistake\"").doesNotContain("data-outcome");
    }

    @Test
    void questionsComeInGroupsAndOfThoseOnlyThatStillDecideSomething() {
        var browser = new Browser(port);
        browser.open("/benefits?for=operator");
        var first = questions(browser.body());
        assertThat(first).hasSize(3);
        browser.open("/benefits?for=operator&" + String.join("=&", first) + "=&more=yes");
        var second = questions(browser.body());
        assertThat(second).hasSize(6).containsAll(first);
        assertThat(browser.body()).contains("name=\"more\" value=\"yes\"");
        browser.open("/benefits?for=operator&" + String.join("=&", second) + "=");
        assertThat(questions(browser.body())).as("nobody went on").hasSize(6);
        browser.open("/benefits?for=operator&" + first.iterator().next() + "=true");
        assertThat(questions(browser.body())).contains(first.iterator().next()).hasSizeBetween(1, 4);
    }

    private static Set<String> questions(String page) {
        return Pattern.compile("<(?:input|select|textarea)[^>]* id=\"([a-z_0-9]+)\" name=\"\\1\"")
                .matcher(page.substring(page.indexOf("id=\"inquiry\"")))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
                openings.applicants(accounts.appointmentsOf("op005").getFirst()).getFirst();
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

    @Test
    void whoeverIsJoinedWithAnEntryIsAskedAsThatEntryAndNotWhoTheyAre() {
        for (var login : List.of("op004", "firm", "founder", "researcher", "mentor")) {
            var actor = accounts.appointmentsOf(login).getFirst();
            var entry = openings.applicants(actor).getFirst();
            var browser = Browser.of(port, actor);

            assertThat(browser.open("/benefits")).as(login).isEqualTo(200);
            assertThat(browser.body())
                    .as(login)
                    .contains("data-known=", "/directory/" + entry.subject(), entry.name())
                    .doesNotContain("先选择您的身份", "data-unknown");
        }
    }

    @Test
    void aGroupThatTheDocumentOffersNothingReadsWhatItSaysToIt() {
        var browser = Browser.of(port, accounts.appointmentsOf("mentor").getFirst());

        browser.open("/benefits");

        assertThat(browser.body())
                .contains("现行文件没有创业导师可以测算或申报的支持事项", "政策里与我有关的", "#item-")
                .doesNotContain("data-programme=");
    }

    @Test
    void anAccountThatActsForNobodyReadsHowItIsJoined() {
        var name = "n" + UUID.randomUUID().toString().substring(0, 8);
        var browser = Browser.of(
                port,
                accounts.appoint(
                        accounts.addPerson(name, "测试人", "three wooden boats upstream"),
                        Role.FIRM,
                        "330402",
                        accounts.addOrganisation("单位" + name, Optional.empty(), "330402")));

        browser.open("/benefits");

        assertThat(browser.body()).contains("data-unknown").doesNotContain("data-known=");
    }

    /** The first button of a desk is what people in that role do most, and it is theirs to do. */
    @Test
    void theFirstButtonOfADeskLeadsToWhatItsReaderCanDo() {
        for (var first : Map.of(
                        "op004", "/benefits",
                        "firm", "/benefits",
                        "founder", "/benefits",
                        "researcher", "/benefits",
                        "mentor", "/mentoring")
                .entrySet()) {
            var browser =
                    Browser.of(port, accounts.appointmentsOf(first.getKey()).getFirst());
            browser.open("/desk");
            var button = Pattern.compile("class=\"often[^>]*>\\s*<a class=\"btn\" href=\"([^\"]+)\"")
                    .matcher(browser.body());

            assertThat(button.find()).as(first.getKey()).isTrue();
            assertThat(button.group(1)).as(first.getKey()).isEqualTo(first.getValue());
            assertThat(browser.open(button.group(1))).as(first.getKey()).isEqualTo(200);
            assertThat(browser.body())
                    .as(first.getKey())
                    .contains(first.getValue().equals("/benefits") ? "data-programme=" : "href=\"/directory/mine\"");
        }
    }
}
