package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Availability;
import org.zhongchuang.engine.Item;
import org.zhongchuang.ground.access.Role;

/** What the pages say of an item of the document is what the product does. */
class ServicesOfItemsTests extends TestCity {

    /** Items without a programme or a target that can be looked up, each with the page that shows it. */
    private static final Map<String, String> LOOKED_UP = Map.of("序-1", "/", "三-x", "/register/spaces");

    @Autowired
    private PackWords words;

    @Autowired
    private Policies policies;

    @LocalServerPort
    private int port;

    @Test
    void noItemClaimsMoreThanTheProductDoes() {
        var browser = new Browser(port);
        var pack = policies.current();
        for (var item : pack.items()) {
            if (item.state() == Item.State.USABLE && pack.availability(item) == Availability.READ) {
                assertThat(LOOKED_UP).as(item.id()).containsKey(item.id());
                assertThat(browser.open(LOOKED_UP.getOrDefault(item.id(), ""))).isEqualTo(200);
            }
        }
    }

    @Test
    void whatCanBeFiledForHasSomebodyWhoCanFile() {
        var filers = java.util.stream.Stream.of(Role.OPERATOR, Role.FIRM, Role.FOUNDER)
                .map(Role::audience)
                .toList();

        assertThat(policies.current().programmes().values().stream()
                        .filter(one -> one.procedure().isPresent()))
                .isNotEmpty()
                .allMatch(one -> filers.contains(one.beneficiary()));
    }

    @Test
    void theDocumentOffersToApplyForWhatCanBeFiledForAndNothingElse() {
        var browser = new Browser(port);
        var pack = policies.current();

        browser.open("/policies/" + pack.id());

        for (var programme : pack.programmes().values()) {
            var offered = "data-apply=\"" + programme.id() + "\"";
            if (programme.procedure().isPresent()) {
                assertThat(browser.body()).contains(offered);
            } else {
                assertThat(browser.body()).doesNotContain(offered);
            }
        }
    }

    @Test
    void theDocumentSaysHowManyNumberedPartsItHasAndHasAHeadingForEach() {
        var browser = new Browser(port);
        browser.open("/policies/" + policies.current().id());
        assertThat(browser.body()).contains("全文 6 个部分").contains("六、");
    }

    @Test
    void theTargetsAreNotCalledUnbuilt() {
        var browser = new Browser(port);
        for (var clause : new String[] {"二(二)", "二(三)", "二(四)"}) {
            browser.open("/policies/" + policies.current().id() + "/clauses/"
                    + URLEncoder.encode(clause, StandardCharsets.UTF_8));
            assertThat(browser.body()).contains("href=\"/targets\"").doesNotContain("还不能办理");
        }
    }

    @Test
    void everyDoorOfAClauseOpensForAnybodyAndTheDocumentNamesWhatItRestsOn() {
        var browser = new Browser(port);
        var pack = policies.current();
        var opened = new java.util.TreeSet<String>();
        for (var clause : pack.clauses()) {
            browser.open(
                    "/policies/" + pack.id() + "/clauses/" + URLEncoder.encode(clause.id(), StandardCharsets.UTF_8));
            var page = browser.body();
            var doors = page.contains("data-doors")
                    ? page.substring(page.indexOf("data-doors"), page.indexOf("</p>", page.indexOf("data-doors")))
                    : "";
            java.util.regex.Pattern.compile("href=\"([^\"]+)\"")
                    .matcher(doors)
                    .results()
                    .forEach(found -> opened.add(found.group(1)));
        }
        assertThat(opened)
                .contains("/targets", "/directory", "/register/spaces", "/assessments", "/calculators/deadlines");
        assertThat(opened).allSatisfy(door -> assertThat(browser.open(door)).isEqualTo(200));

        browser.open("/policies/" + pack.id());
        assertThat(pack.document().bases()).hasSize(2);
        assertThat(pack.document().bases())
                .allSatisfy(basis -> assertThat(browser.body()).contains(basis.number()));
    }

    @Test
    void aBasisLeadsToItsClauseAndOneThatNoDocumentHasLeadsNowhere() {
        var pack = policies.current().documents().getFirst();
        assertThat(words.address(pack.document().number() + " 五(二)-2"))
                .contains("/policies/" + pack.id() + "/clauses/五(二)");
        assertThat(words.address(pack.document().number() + " 九(九)")).isEmpty();
        assertThat(words.address("某某〔2015〕1号 五(二)")).isEmpty();
    }

    @Test
    void aWhatIfCanBeOpenedForEachProgrammeItLists() {
        var browser = new Browser(port);
        browser.open("/sign-in");
        browser.post("/sign-in/as", Map.of("login", "city1"));
        browser.open("/what-if");
        var links = java.util.regex.Pattern.compile("href=\"(/what-if\\?programme=[a-z-]+)\"")
                .matcher(browser.body());
        var opened = 0;
        while (links.find()) {
            assertThat(browser.open(links.group(1))).as(links.group(1)).isEqualTo(200);
            opened++;
        }
        assertThat(opened).isGreaterThan(10);
    }
}
