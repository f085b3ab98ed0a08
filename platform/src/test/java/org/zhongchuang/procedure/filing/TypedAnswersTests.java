package org.zhongchuang.procedure.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/**
 * Two colleagues write one application; nobody's answer is lost, and what cannot be understood stays where it was
 * typed.
 */
class TypedAnswersTests extends TestCity {

    private static final String AREA = "330402";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Spaces spaces;

    @Autowired
    private BeginCase begin;

    @Autowired
    private CaseFacts facts;

    @LocalServerPort
    private int port;

    private String first = "";
    private String second = "";
    private CaseId draft = new CaseId(UUID.randomUUID());

    @BeforeEach
    void twoColleaguesOpenOneDraft() {
        var organisation = accounts.addOrganisation("演示·" + UUID.randomUUID(), Optional.empty(), AREA);
        first = colleague("甲", organisation);
        second = colleague("乙", organisation);
        var operator = actor(first);
        var space = spaces.register(
                operator,
                new Space.Profile(
                        "演示·两人同填",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        AREA,
                        "测试路一号",
                        LocalDate.of(2015, 1, 1),
                        ""));
        draft = ((Handling.Done) begin.begin(operator, "space-recognition", space))
                .file()
                .id();
    }

    private String colleague(String name, OrganisationId organisation) {
        var login = "t" + UUID.randomUUID().toString().substring(0, 12);
        accounts.appoint(accounts.addPerson(login, "演示同事" + name, "demo"), Role.OPERATOR, AREA, organisation);
        return login;
    }

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private PlainBrowser browser(String login) {
        return PlainBrowser.at("http://localhost:" + port).signsIn(login);
    }

    private String page() {
        return "/applications/" + draft;
    }

    /** What the button sends: every question as the page showed it, and what was typed over some. */
    private Map<String, String> whole(String body, Map<String, String> typed) {
        var form = new HashMap<String, String>();
        var seen = java.util.regex.Pattern.compile("name=\"seen\\.([a-z_]+)\" value=\"([^\"]*)\"")
                .matcher(body);
        while (seen.find()) {
            form.put("seen." + seen.group(1), seen.group(2));
            form.put(seen.group(1), seen.group(2));
        }
        form.putAll(typed);
        return form;
    }

    @Test
    void whatWasAnsweredInTheGuideIsTheBeginningOfTheApplicationAsOnesOwnAnswer() {
        var organisation = accounts.addOrganisation("演示·" + UUID.randomUUID(), Optional.empty(), AREA);
        var login = colleague("丙", organisation);
        var space = spaces.register(
                actor(login),
                new Space.Profile(
                        "演示·先问再报",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        AREA,
                        "测试路二号",
                        LocalDate.of(2015, 1, 1),
                        ""));
        var form =
                Map.of("programme", "space-recognition", "subject", space.id().toString(), "matter", "", "desks", "６６");
        try (var stranger = browser(first);
                var own = browser(login)) {
            assertThat(own.opens("/benefits?for=operator&desks=66").body())
                    .contains("action=\"/benefits/apply\"", "name=\"desks\" value=\"66\"", "带着这里的答案开始申报");
            assertThat(stranger.posts("/benefits/apply", form).statusCode())
                    .as("in another's name")
                    .isBetween(400, 499);

            var begun = own.posts("/benefits/apply", form);
            var address = begun.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]*", "");
            var file = begin.begun(actor(login), "space-recognition", space.id(), "")
                    .orElseThrow();
            assertThat(address).isEqualTo("/applications/" + file.id());
            assertThat(facts.answers(file.id())).containsEntry("desks", "66");
            assertThat(own.opens(address).body()).contains("data-own=\"desks\"").doesNotContain("data-own=\"staff\"");
            assertThat(own.posts("/benefits/apply", form).headers().firstValue("Location"))
                    .as("sent twice")
                    .isEqualTo(begun.headers().firstValue("Location"));
        }
    }

    @Test
    void aMakerspaceThatIsNotRecognisedIsCorrectedByItsOperatorAndItsDraftFollows() {
        var space = spaces.ofOperator(actor(first).organisation()).getFirst();
        var page = "/spaces/" + space.id() + "/details";
        var name = "演示·改名" + UUID.randomUUID().toString().substring(0, 6);
        try (var one = browser(first);
                var stranger = browser("op005")) {
            assertThat(one.opens("/spaces/" + space.id() + "/change").body()).contains("href=\"" + page + "\"");
            assertThat(one.posts(page, Map.of("name", name, "address", "短")).body())
                    .contains("value=\"" + name + "\"", "id=\"address-mistake\"");
            assertThat(stranger.posts(page, Map.of("name", name, "address", "测试路三号"))
                            .statusCode())
                    .isBetween(400, 499);
            assertThat(spaces.find(space.id()).orElseThrow().profile().name()).isEqualTo("演示·两人同填");

            assertThat(one.posts(page, Map.of("name", name, "address", "测试路三号")).statusCode())
                    .isEqualTo(302);
            assertThat(one.opens(page()).body()).contains("<h1>" + name, "测试路三号");
        }
    }

    @Test
    void anAnswerIsSentByItself() {
        try (var one = browser(first)) {
            assertThat(one.opens(page()).body()).contains("hx-params=\"desks,seen.desks,_csrf\"");
        }
    }

    @Test
    void twoColleaguesDoNotEraseEachOther() {
        try (var one = browser(first);
                var two = browser(second)) {
            var before = two.opens(page()).body();
            one.opens(page());

            one.posts(page() + "/answers", Map.of("desks", "66", "seen.desks", ""));
            var after = two.posts(page() + "/answers", whole(before, Map.of("staff", "9")));

            assertThat(after.statusCode()).isEqualTo(302);
            assertThat(facts.answers(draft)).containsEntry("desks", "66").containsEntry("staff", "9");
        }
    }

    @Test
    void whoeverOverwritesAColleagueIsToldFirst() {
        try (var one = browser(first);
                var two = browser(second)) {
            two.opens(page());
            one.opens(page());
            one.posts(page() + "/answers", Map.of("desks", "66", "seen.desks", ""));

            var told = two.posts(page() + "/answers", Map.of("desks", "70", "seen.desks", ""))
                    .body();

            assertThat(facts.answers(draft)).containsEntry("desks", "66");
            assertThat(told)
                    .contains("同事刚改为“66”（演示同事甲")
                    .contains("name=\"seen.desks\" value=\"66\"")
                    .contains("data-colleague=\"desks\"")
                    .contains("value=\"70\"");
            two.posts(page() + "/answers", Map.of("desks", "70", "seen.desks", "66"));
            assertThat(facts.answers(draft)).containsEntry("desks", "70");
        }
    }

    @Test
    void whatCannotBeUnderstoodStaysWithItsMistakeAndIsNamedAtFiling() {
        try (var one = browser(first)) {
            one.opens(page());
            one.posts(page() + "/answers", Map.of("desks", "约30", "seen.desks", ""));

            var again = one.opens(page()).body();
            assertThat(again)
                    .contains("name=\"desks\" value=\"约30\"")
                    .contains("id=\"desks-mistake\"")
                    .contains("<title>有误：");

            var refused = one.posts(
                            page() + "/file",
                            Map.of("version", "0", "request", UUID.randomUUID().toString(), "stated", "yes"))
                    .body();
            assertThat(refused)
                    .contains("value=\"约30\"")
                    .contains("data-refused=\"NOT_COMPLETE\"")
                    .contains("href=\"#desks\"")
                    .contains("href=\"#staff\"")
                    .contains("href=\"#paper-lease\"");
        }
    }

    @Test
    void anAnswerThatIsMendedIsNoMistakeAnyMore() {
        try (var one = browser(first)) {
            one.opens(page());
            one.posts(page() + "/answers", Map.of("desks", "约30", "seen.desks", ""));
            one.posts(page() + "/answers", Map.of("desks", "３０", "seen.desks", "约30"));

            assertThat(one.opens(page()).body())
                    .doesNotContain("desks-mistake")
                    .contains("name=\"desks\" value=\"30\"");
        }
    }

    @Test
    void whatDiffersFromTheRecordsIsSaidBeforeItIsSent() {
        try (var one = browser(first)) {
            one.opens(page());
            one.posts(page() + "/answers", Map.of("mentors", "5", "seen.mentors", ""));

            assertThat(one.opens(page()).body().replaceAll("\\s+", " "))
                    .containsPattern("data-difference=\"mentors\">创业导师[^<]*填写 5，台账没有记录");
        }
    }
}
