package org.zhongchuang.ground.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.procedure.inbox.Cases;

/** One search finds what its reader may open, by characters, sound and number. */
class SearchTests extends TestCity {

    @Autowired
    private Search search;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private List<Hit> find(@Nullable Actor actor, String typed) {
        return search.find(Words.of(typed), actor, 20).stream()
                .flatMap(hits -> hits.hits().stream())
                .toList();
    }

    private Stream<String> addresses(@Nullable Actor actor, String typed) {
        return find(actor, typed).stream().map(Hit::address);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    /** One of the demonstration: what other tests enter may be called by a number, or all by one name. */
    private String makerspace() {
        return text("""
                select id::text from registry.public_subject
                 where kind = 'SPACE' and listed and name ~ '^演示·[一-龥]{3}' and name !~ '测试' order by name limit 1
                """);
    }

    @Test
    void aMakerspaceIsFoundByTwoCharactersByItsSoundAndByTheSoundOfItsInitials() {
        var id = makerspace();
        var name = text("select name from registry.public_subject where id = '" + id + "'")
                .replaceFirst("演示·", "");
        var sought = text("select sought from registry.public_subject where id = '" + id + "'");
        var spoken = List.of(sought.split(" ")).reversed();
        // The list of a search is bounded: a word of the whole name is what leads to one of them.
        assertThat(addresses(null, name)).contains("/directory/" + id);
        assertThat(addresses(null, name.substring(0, 2))).contains("/directory/" + id);
        assertThat(addresses(null, spoken.get(1))).contains("/directory/" + id);
        assertThat(addresses(null, spoken.get(0))).contains("/directory/" + id);
    }

    @Test
    void awardsAndNoticesAreFoundByHowTheNameOfAnOrganisationSounds() {
        var award = text("""
                select w.number from award.award w join registry.public_subject s on s.id = w.subject
                 where s.kind = 'SPACE' order by w.decided_on desc, w.id desc limit 1
                """);
        var recipient = text(
                "select s.name from award.public_award w join registry.public_subject s on s.id = w.subject where w.number = '"
                        + award + "'");
        var notice = text("select id::text from notice.notice order by first_day desc, id desc limit 1");
        var named = text("select space_name from notice.notice where id = '" + notice + "'");

        assertThat(addresses(null, Spoken.syllables(recipient).replace(" ", "")))
                .contains("/awards/" + award);
        assertThat(addresses(null, Spoken.syllables(named).replace(" ", ""))).contains("/notices/" + notice);
    }

    @Test
    void twoLettersAreASyllableForVisitorsAndOfficersAlike() {
        var id = makerspace();
        var syllable = Spoken.syllables(text("select name from registry.public_subject where id = '" + id + "'"));

        for (var reader : List.of(actor("city1"), actor("op004"), actor("auditor"))) {
            for (var typed : List.of(syllable.substring(0, 2), "zz", "ZC", "Ab")) {
                assertThat(find(reader, typed)).as(typed).doesNotContainNull();
            }
        }
        assertThat(addresses(actor("city1"), "ZC")).anyMatch(address -> address.startsWith("/cases/ZC"));
        assertThat(new Browser(port).open("/search/as-typed?q=zz")).isEqualTo(200);
        assertThat(Browser.of(port, actor("city1")).open("/inbox?show=all&q=ys"))
                .isEqualTo(200);
    }

    @Test
    void anObjectionIsFoundByItsMatterForOfficersInTheirReachAndByNobodyElse() {
        var number = text("""
                select c.number from casework.case_file c join notice.notice n on n.case_file = c.id join notice.objection o on o.notice = n.id
                 order by c.number desc limit 1
                """);

        assertThat(objections(actor("city1"), number)).contains("/cases/" + number);
        assertThat(objections(null, number)).isEmpty();
        assertThat(objections(actor("op004"), number)).isEmpty();
        var elsewhere = text("select area from casework.case_file where number = '" + number + "'")
                        .equals("330411")
                ? "c330402-1"
                : "c330411-1";
        assertThat(objections(actor(elsewhere), number)).isEmpty();
    }

    private List<String> objections(@Nullable Actor actor, String typed) {
        return search.find(Words.of(typed), actor, 20).stream()
                .filter(hits -> hits.heading().zh().equals("异议"))
                .flatMap(hits -> hits.hits().stream())
                .map(Hit::address)
                .toList();
    }

    @Test
    void theNumberOfAReceiptLeadsToWhereItsHolderAsksAndTellsNobodyWhetherItExists() {
        assertThat(addresses(null, "yy2017-4f7k-09qm-2xtb-pd31")).containsExactly("/receipts");
        assertThat(addresses(null, "yy2017-4f7k-09qm")).doesNotContain("/receipts");
    }

    @Test
    void anAwardIsFoundByItsNumberItsDocumentAndItsPayeeAndAPersonByTheNumberOnly() {
        jdbc.sql("""
                        (select w.number, w.document, w.name, false person from award.award w join registry.subject s on s.id = w.subject
                          where s.kind = 'SPACE' order by w.decided_on desc, w.id desc limit 1)
                        union all
                        (select w.number, w.document, w.name, true from award.award w join registry.subject s on s.id = w.subject
                          where s.kind = 'PERSON' order by w.decided_on desc, w.id desc limit 1)
                        """).query(row -> {
            var award = "/awards/" + row.getString("number");
            assertThat(addresses(null, row.getString("number"))).contains(award);
            if (row.getBoolean("person")) {
                assertThat(addresses(null, row.getString("name"))).doesNotContain(award);
            } else {
                assertThat(addresses(null, row.getString("name"))).contains(award);
                assertThat(addresses(null, row.getString("document"))).contains(award);
            }
        });
    }

    @Test
    void aFirmIsFoundByItsCodeAndComesFirst() {
        var code = text(
                "select code from registry.public_subject where kind = 'ENTERPRISE' and listed and code is not null order by code limit 1");

        var found = search.find(Words.of(code.toLowerCase(java.util.Locale.ROOT)), null, 4);

        assertThat(found.getFirst().hits().getFirst()).satisfies(hit -> {
            assertThat(hit.exact()).isTrue();
            assertThat(hit.address()).startsWith("/directory/");
        });
    }

    @Test
    void theDocumentItsClausesAndWhatTheyOfferAreFoundInBothLanguages() {
        assertThat(addresses(null, "嘉政办发〔2015〕90号")).first().isEqualTo("/policies/jiaxing-2015-90");
        assertThat(addresses(null, "五(二)")).contains("/policies/jiaxing-2015-90/clauses/五(二)");
        assertThat(addresses(null, "创新券")).contains("/calculators/innovation-voucher");
        assertThat(addresses(null, "voucher")).contains("/calculators/innovation-voucher");
        assertThat(addresses(null, "chuangxinquan")).contains("/calculators/innovation-voucher");
    }

    @Test
    void aCertificateIsFoundByTheBeginningOfItsCode() {
        var code = text("select code from recognition.recognised_space order by code limit 1");

        assertThat(addresses(null, code.substring(0, 9))).contains("/verify/" + code);
        assertThat(find(null, code))
                .filteredOn(Hit::exact)
                .extracting(Hit::address)
                .containsExactly("/verify/" + code);
    }

    @Test
    void aCaseIsFoundByWhoeverMaySeeItAndByNobodyElse() {
        var own = actor("op004");
        var file = cases.ofOperator(own.organisation()).stream()
                .filter(one -> one.filedOn() != null)
                .findFirst()
                .orElseThrow();
        var address = "/cases/" + file.caseNumber();
        var another = Stream.of("c330402-1", "c330411-1", "c330481-1", "c330482-1")
                .map(this::actor)
                .filter(one -> !one.area().equals(file.area()))
                .findFirst()
                .orElseThrow();

        assertThat(addresses(own, file.caseNumber())).contains(address);
        assertThat(addresses(own, file.caseNumber().substring(0, 10))).contains(address);
        assertThat(addresses(actor("city1"), file.caseNumber())).contains(address);
        assertThat(addresses(null, file.caseNumber())).doesNotContain(address);
        assertThat(addresses(actor("op003"), file.caseNumber())).doesNotContain(address);
        assertThat(addresses(another, file.caseNumber())).doesNotContain(address);
        assertThat(addresses(actor("mentor"), file.caseNumber())).doesNotContain(address);
    }

    @Test
    void aPersonWhoIsNotListedIsFoundByTheOfficeThatKeepsThemAlone() {
        var person = text(
                "select id::text from registry.public_subject where kind = 'PERSON' and not listed order by name limit 1");
        var name = text("select name from registry.public_subject where id = '" + person + "'");

        assertThat(addresses(null, name)).doesNotContain("/directory/" + person);
        assertThat(addresses(actor("op004"), name)).doesNotContain("/directory/" + person);
        assertThat(addresses(actor("city1"), name)).contains("/directory/" + person);
    }

    @Test
    void pagesAreFoundByThoseWhomTheyLetIn() {
        assertThat(addresses(actor("administrator"), "人员")).contains("/administration/people");
        assertThat(addresses(null, "人员")).doesNotContain("/administration/people");
        assertThat(addresses(actor("administrator"), "renyuan")).contains("/administration/people");
        assertThat(addresses(null, "chayan")).contains("/verify");
    }

    @Test
    void signsThatMeanSomethingToADatabaseAreLookedForAsTheyStand() {
        for (var typed : List.of("%%", "__", "'; drop table", "\\", "（）", "😀😀", "  ")) {
            assertThat(find(actor("city1"), typed)).as(typed).isEmpty();
        }
    }

    @Test
    void whatIsTooLongIsCutAndNothingIsLookedForWithNothing() {
        assertThat(Words.of(" " + "长".repeat(100) + " ").text()).hasSize(60);
        assertThat(find(null, "")).isEmpty();
    }

    @Test
    void thePageKeepsTheWordsAndWritesThemAsText() {
        var visitor = new Browser(port);

        assertThat(visitor.open("/search?q=%3Cb%3E%E9%85%8D%E5%A5%97")).isEqualTo(200);

        assertThat(visitor.body()).contains("value=\"&lt;b").doesNotContain("<b>配套");
        assertThat(visitor.open("/search/as-typed?q=%E9%85%8D%E5%A5%97")).isEqualTo(200);
        assertThat(visitor.body()).contains("/calculators/award-match").doesNotContain("<html");
    }
}
