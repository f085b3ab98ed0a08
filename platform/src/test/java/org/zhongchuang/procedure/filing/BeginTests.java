package org.zhongchuang.procedure.filing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Beginning an application for a makerspace that is not entered yet. */
class BeginTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Spaces spaces;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager manager;

    @Test
    void whatWasGrantedIsNamedWithItsDayAndItsCaseAndNotOfferedAgain() {
        var granted = jdbc.sql("""
                        select c.number, c.programme, c.space::text subject, c.matter, p.login from casework.case_file c
                          join access.appointment a on a.organisation = c.operator and a.role = 'OPERATOR' join access.person p on p.id = a.person
                         where c.step = 'GRANTED' and c.programme <> 'space-recognition' order by c.number limit 1
                        """).query().singleRow();
        var programme = String.valueOf(granted.get("programme"));
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn(String.valueOf(granted.get("login")));
            var body = browser.opens("/apply").body();

            assertThat(body)
                    .contains("data-granted=\"" + granted.get("number") + "\"", "/cases/" + granted.get("number"))
                    .doesNotContain("name=\"matter\" value=\"" + granted.get("matter")
                            + "\">\n            <button class=\"btn\" data-apply=\"" + programme + "\"");
            assertThat(browser.posts(
                                    "/apply",
                                    Map.of(
                                            "programme",
                                            programme,
                                            "subject",
                                            String.valueOf(granted.get("subject")),
                                            "matter",
                                            String.valueOf(granted.get("matter")),
                                            "another",
                                            "yes"))
                            .body())
                    .contains(
                            "data-refused=\"ALREADY_GRANTED\"",
                            "<a href=\"/cases/" + granted.get("number") + "\" data-in-the-way>");
        }
    }

    @Test
    void aSecondApplicationForWhatIsOpenIsRefusedWithTheWayToTheFirst() {
        var open = jdbc.sql("""
                        select c.number, c.space::text space, p.login from casework.case_file c
                          join access.appointment a on a.organisation = c.operator and a.role = 'OPERATOR' join access.person p on p.id = a.person
                         where c.programme = 'space-recognition' and c.holder is not null and c.step not in ('DRAFT', 'CORRECTION')
                         order by c.number limit 1
                        """).query().singleRow();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn(String.valueOf(open.get("login")));
            browser.opens("/applications/new");

            assertThat(browser.posts("/applications/new", Map.of("space", String.valueOf(open.get("space"))))
                            .body())
                    .contains(
                            "data-refused=\"ALREADY_OPEN\"",
                            "<a href=\"/cases/" + open.get("number") + "\" data-in-the-way>");
        }
    }

    @Test
    void whatCanIGetTellsWhatWasGrantedWhenAndHowMuchAndDoesNotOfferItAgain() {
        var granted = jdbc.sql("""
                        select c.number, c.space::text subject, d.fen, p.login from casework.case_file c
                          join decision.decision d on d.case_file = c.id
                          join access.appointment a on a.organisation = c.operator and a.role = 'OPERATOR' join access.person p on p.id = a.person
                         where c.step = 'GRANTED' and d.fen > 0 order by c.number limit 1
                        """).query().singleRow();
        var yuan = new Fen(Long.parseLong(String.valueOf(granted.get("fen")))).yuan();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn(String.valueOf(granted.get("login")));
            var body =
                    browser.opens("/benefits?subject=" + granted.get("subject")).body();

            assertThat(body)
                    .contains("data-granted=\"" + granted.get("number") + "\"", "/cases/" + granted.get("number"));
            assertThat(body.replace(",", "").replace(" ", "")).contains(yuan.replaceAll("\\.00$", ""));
        }
    }

    @Test
    void aFormKnownByTheNumberOfSomebodyElsesEntryIsRefusedAndTouchesNothing() {
        var firm = jdbc.sql("select id from registry.subject where kind = 'ENTERPRISE' order by id limit 1")
                .query(UUID.class)
                .single();
        var name = "演示·" + UUID.randomUUID().toString().substring(0, 12);
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op009");
            browser.opens("/applications/new");

            assertThat(browser.posts("/applications/new", form(firm, name)).statusCode())
                    .isIn(409, 422);
        }
        assertThat(jdbc.sql(
                                "select count(*) from registry.subject where name = :name or (id = :firm and kind <> 'ENTERPRISE')")
                        .param("name", name)
                        .param("firm", firm)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewMakerspaceUnderTheNameOfAnotherIsAskedForAnotherName() {
        var taken = jdbc.sql(
                        "select name from registry.space where operator <> (select organisation from access.appointment a join access.person p on p.id = a.person where p.login = 'op009' limit 1) order by name limit 1")
                .query(String.class)
                .single();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op009");
            browser.opens("/applications/new");
            assertThat(browser.posts("/applications/new", form(UUID.randomUUID(), " " + taken))
                            .body())
                    .containsPattern("id=\"name-mistake\">[^<]*已有一家众创空间叫这个名称");
        }
    }

    /** The first has entered the name and not ended yet when the second asks for it. */
    @Test
    void ofTwoWhoEnterOneNameAtOnceTheSecondIsAskedForAnotherAtTheName() throws Exception {
        var name = "演示·" + UUID.randomUUID().toString().substring(0, 12);
        var profile = new Space.Profile(
                name, Kinds.MAKER, Builder.FIRM, Carrier.OTHER, "330402", "测试路一号", LocalDate.of(2015, 1, 1), "");
        try (var browser = PlainBrowser.at("http://localhost:" + port);
                var hands = Executors.newSingleThreadExecutor()) {
            browser.signsIn("op009");
            browser.opens("/applications/new");
            var second = new TransactionTemplate(manager).execute(_ -> {
                spaces.register(accounts.appointmentsOf("op004").getFirst(), profile, FormId.fresh());
                var sent = hands.submit(() -> browser.posts("/applications/new", form(UUID.randomUUID(), name)));
                while (!sent.isDone() && !isWaitedFor()) {
                    Thread.onSpinWait();
                }
                return sent;
            });

            assertThat(second.get().body())
                    .containsPattern("id=\"name-mistake\">[^<]*已有一家众创空间叫这个名称")
                    .contains("value=\"" + name + "\"");
        }
    }

    private boolean isWaitedFor() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void anOperatorWithoutAMakerspaceIsToldToBeginWithOneAndNotThatNobodyIsKnown() {
        var login = "t" + UUID.randomUUID().toString().substring(0, 12);
        var operator = accounts.appoint(
                accounts.addPerson(login, login, "demo"),
                Role.OPERATOR,
                "330402",
                accounts.addOrganisation("演示·" + login, Optional.empty(), "330402"));
        var browser = Browser.of(port, operator);

        browser.open("/benefits");
        assertThat(browser.body()).doesNotContain("data-unknown", "还没有与登记册里的人或单位对上");
        browser.open("/apply");
        assertThat(browser.body())
                .contains("先登记您运营的众创空间", "href=\"/applications/new\"")
                .doesNotContain("不代表登记册里的任何人");
    }

    @Test
    void oneFormSentEightTimesAtOnceIsOneMakerspaceAndOneApplication() throws Exception {
        var name = "演示·" + UUID.randomUUID().toString().substring(0, 12);
        var form = form(UUID.randomUUID(), name);
        var places = Collections.synchronizedSet(new HashSet<String>());
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op009");
            browser.opens("/applications/new");
            try (var hands = Executors.newFixedThreadPool(8)) {
                for (var sent : hands.invokeAll(
                        Collections.nCopies(8, () -> places.add(place(browser.posts("/applications/new", form)))))) {
                    sent.get();
                }
            }
        }

        assertThat(places).singleElement().asString().contains("/applications/");
        assertThat(jdbc.sql("select count(*) from registry.space where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoeverBeginsTheSameAgainGoesOnWithTheDraftAndIsAskedBeforeAnother() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("firm");
            var first = ground(browser.opens("/apply").body(), "graduate-insurance-subsidy");
            var begun = place(browser.posts("/apply", first));
            assertThat(begun).contains("302", "/applications/");
            assertThat(place(browser.posts("/apply", first))).isEqualTo(begun);

            var page = browser.opens("/apply").body();
            assertThat(page).contains("data-draft=\"graduate-insurance-subsidy\"");
            assertThat(jdbc.sql("select occasion || ' / ' || occasion_en from casework.case_file where id::text = :id")
                            .param("id", begun.replaceAll(".*/applications/", ""))
                            .query(String.class)
                            .single())
                    .matches("第(\\d+)名毕业生 / graduate no. \\1");
            var next = ground(page, "graduate-insurance-subsidy");
            var asked = browser.posts("/apply", next);
            assertThat(asked.body()).contains("data-another", "还是另外再申报一件");
            var another = new HashMap<>(next);
            another.put("another", "yes");
            assertThat(place(browser.posts("/apply", another)))
                    .contains("302", "/applications/")
                    .isNotEqualTo(begun);
        }
    }

    /** The page of a firm speaks of firms, and says who supplies what the firm does not. */
    @Test
    void aClaimWhoseConditionsOthersSupplySaysWhoSuppliesWhatAtWhichStepAndHowSoon() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("founder");
            var claim = ground(browser.opens("/apply").body(), "loan-interest");
            var place = browser.posts("/apply", claim)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            var page = browser.opens(place.substring(place.indexOf("/applications/")))
                    .body();

            assertThat(page)
                    .contains("没有要您填写的条件", "data-supplied-by=\"education_officer\"", "创业培训核对", "个工作日内")
                    .contains("data-supplied-by=\"investor\"", "银行填报", "申报单位")
                    .doesNotContain("运营机构</dt>", ">保存</button>");
        }
    }

    @Test
    void severalFilesOfOnePaperAreHandedInAtOnceAndOneThatIsNotKeptIsNamed() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("founder");
            var page = browser.opens("/apply").body();
            var place = browser.posts("/apply", ground(page, "business-start-subsidy"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            var draft = place.substring(place.indexOf("/applications/"));
            var pdf = "%PDF-1.4 paper".getBytes(US_ASCII);
            assertThat(browser.uploadsInto(
                                    draft + "/files",
                                    Map.of(),
                                    Map.of("file.diploma", Map.of("身份证明<正面>.pdf", pdf, "毕业证明.pdf", pdf)))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(browser.opens(draft).body()).contains("身份证明＜正面＞.pdf", "毕业证明.pdf", " multiple");
            assertThat(browser.uploadsInto(
                                    draft + "/files",
                                    Map.of(),
                                    Map.of("file.diploma", Map.of("空白.pdf", new byte[0], "学信网.pdf", pdf)))
                            .body())
                    .contains("“空白.pdf”没有上传");
        }
    }

    private static Map<String, String> ground(String page, String programme) {
        var form = Pattern.compile("name=\"programme\" value=\"" + programme
                        + "\">\\s*<input type=\"hidden\" name=\"subject\" value=\"([^\"]+)\">"
                        + "\\s*<input type=\"hidden\" name=\"matter\" value=\"([^\"]*)\">")
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return Map.of("programme", programme, "subject", form.group(1), "matter", form.group(2));
    }

    private static Map<String, String> form(UUID request, String name) {
        return Map.of(
                "request", request.toString(),
                "name", name,
                "openedOn", "2015-01-01",
                "kind", "MAKER",
                "builder", "FIRM",
                "carrier", "OTHER",
                "area", "330402",
                "address", "测试路一号");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
