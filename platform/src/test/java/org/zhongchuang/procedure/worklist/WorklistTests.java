package org.zhongchuang.procedure.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Spoken;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.worklist.HandOut.Chosen;
import org.zhongchuang.procedure.worklist.HandOut.Reason;
import org.zhongchuang.procedure.worklist.Order.By;
import org.zhongchuang.procedure.worklist.Query.Filters;

/** The list of cases is searched, filtered, put in order and handed out in its reader's reach. */
class WorklistTests extends TestCity {

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseLists lists;

    @Autowired
    private HandOut handOut;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @LocalServerPort
    private int port;

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private List<CaseFile> all(Actor actor, Query query) {
        var rows = new ArrayList<CaseFile>();
        worklist.export(actor, query, row -> rows.add(row.file()));
        return rows;
    }

    private List<CaseFile> found(String login, String words) {
        return all(actor(login), Query.everything(words));
    }

    private static Query filtered(Filters filters) {
        return new Query("", filters, Order.usual(true), true, "");
    }

    @Test
    void anApplicantsListOpensWithAllOfTheirOwnAndWhatWaitsForThemFirst() {
        var order = new Order(By.TURN, false);
        for (var number = 1; number <= 30; number++) {
            var login = "op%03d".formatted(number);
            if (accounts.appointmentsOf(login).isEmpty()) {
                continue;
            }
            var operator = actor(login);
            var own = all(operator, worklist.opening(operator));
            assertThat(own).containsExactlyInAnyOrderElementsOf(all(operator, Query.everything("")));
            assertThat(own)
                    .isSortedAccordingTo(
                            Comparator.comparing((CaseFile file) -> order.place(new Listed(file, Optional.empty()))));
            var waiting =
                    own.stream().filter(one -> one.holder() == Role.OPERATOR).toList();
            assertThat(own.subList(0, waiting.size())).isEqualTo(waiting);
        }
        assertThat(all(actor("city1"), Query.everything("")))
                .allSatisfy(file -> assertThat(order.place(new Listed(file, Optional.empty())))
                        .startsWith(file.holder() == null ? "2" : file.holder() == Role.OPERATOR ? "0" : "1"));
        var operator = actor("op001");
        var browser = Browser.of(port, operator);
        assertThat(browser.open("/inbox")).isEqualTo(200);
        all(operator, Query.own()).forEach(file -> assertThat(browser.body()).contains(file.caseNumber()));
        assertThat(browser.body()).contains("href=\"/inbox?show=waiting\"");
        assertThat(worklist.opening(actor("city1"))).isEqualTo(Query.waiting());
        assertThat(all(actor("city1"), Query.own())).isEqualTo(all(actor("city1"), Query.everything("")));
    }

    @ParameterizedTest
    @EnumSource(value = By.class, mode = EnumSource.Mode.EXCLUDE, names = "TURN")
    void pageByPageAListIsTheWholeListInTheChosenOrder(By by) {
        var city = actor("city1");
        for (var down : List.of(false, true)) {
            var query = Query.everything("").in(new Order(by, down));
            var whole = all(city, query);
            var paged = new ArrayList<CaseFile>();
            for (var page = worklist.list(city, query);
                    !page.rows().isEmpty();
                    page = worklist.list(city, query.after(page.next()))) {
                page.rows().forEach(row -> paged.add(row.file()));
                if (page.next().isEmpty()) {
                    break;
                }
            }

            assertThat(whole).hasSizeGreaterThan(20).doesNotHaveDuplicates();
            assertThat(paged).containsExactlyElementsOf(whole);
        }
        var up = all(city, Query.everything("").in(new Order(by, false)));
        assertThat(all(city, Query.everything("").in(new Order(by, true)))).isEqualTo(up.reversed());
    }

    @Test
    void whatOneHandlerHasStandsTogetherAndTheirOrderIsToldNobodyWhoIsNotShownThem() {
        var byHandler = Query.everything("").in(new Order(By.HANDLER, false));
        var handlers = new ArrayList<String>();
        worklist.export(
                actor("city1"), byHandler, row -> handlers.add(row.handler().orElse("")));

        assertThat(handlers.stream().distinct()).hasSizeGreaterThan(1);
        var runs = new ArrayList<String>();
        for (var one : handlers) {
            if (runs.isEmpty() || !runs.getLast().equals(one)) {
                runs.add(one);
            }
        }
        assertThat(runs).doesNotHaveDuplicates().startsWith("");
        assertThat(all(actor("op004"), byHandler)).isEqualTo(all(actor("op004"), Query.everything("")));
        var city = Browser.of(port, actor("city1"));
        assertThat(city.open("/inbox?show=all&sort=-handler")).isEqualTo(200);
        assertThat(city.body())
                .contains("/inbox?show=all&amp;sort=handler\"", "/inbox.xlsx?show=all&amp;sort=-handler");
        var operator = Browser.of(port, actor("op004"));
        assertThat(operator.open("/inbox?show=all&sort=-handler")).isEqualTo(200);
        assertThat(operator.body()).doesNotContain("sort=handler", "inbox.xlsx?show=all&amp;sort", "承办人");
    }

    @Test
    void theEarliestDayComesFirstAndWhatHasNoDayLast() {
        var due = all(actor("city1"), Query.everything("").in(new Order(By.DUE, false))).stream()
                .map(file -> Optional.ofNullable(file.dueOn()).orElse(LocalDate.of(9999, 12, 31)))
                .toList();

        assertThat(due).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(due).contains(LocalDate.of(9999, 12, 31));
    }

    @Test
    void anOrderAndFiltersStandInTheAddressAndSurviveTheWayThereAndBack() {
        var pack = policies.current();
        var person = actor("city2").person().toString();
        for (var address : List.of(
                new ListAddress("南湖 贷款", "review", "330402", null, person, "late", "open", "all", "-name", null),
                new ListAddress("", null, null, "recognition", "nobody", null, null, null, "-handler", null))) {
            var query = address.query(pack, Query.waiting());

            assertThat(ListAddress.of(query).query(pack, Query.waiting())).isEqualTo(query);
        }
        var odd = new ListAddress("", "x", "1", "y", "'; --", "z", "x", "", "nonsense", "2017-01-01_x")
                .query(pack, Query.waiting());
        assertThat(odd).isEqualTo(Query.waiting());
    }

    @Test
    void aPlaceThatIsNoRowOfTheListIsItsStart() {
        var pack = policies.current();
        for (var place : List.of(
                "2017-99-99~ZC2017-00001",
                "0000-01-01~ZC2017-00001",
                "+20170-01-01~ZC2017-00001",
                "x~ZC2017-00001",
                "2017-03-01~ZC")) {
            var query = new ListAddress("", null, null, null, null, null, null, "all", "due", place)
                    .query(pack, Query.waiting());
            assertThat(query.after()).as(place).isEmpty();
        }
        for (var place : List.of("2017-03-01~ZC2017-00001", "9999-12-31~ZC2017-00001")) {
            var query = new ListAddress("", null, null, null, null, null, null, "all", "due", place)
                    .query(pack, Query.waiting());
            assertThat(query.after()).as(place).isEqualTo(place);
            worklist.list(actor("city1"), query);
        }
    }

    @Test
    void aCaseIsFoundByItsAreaAndItsProgrammeAndHowTheySound() {
        var pack = policies.current();
        var some = all(actor("city1"), Query.everything("")).getFirst();
        var area = pack.area(some.area()).name().zh();
        var title = pack.programme(some.programme()).title().zh();
        for (var words : List.of(
                area,
                area.substring(0, 2),
                Spoken.syllables(area.substring(0, 2)).replace(" ", ""),
                title,
                Spoken.ofWords(title.substring(0, 3)).split(" ", -1)[3],
                area + " " + title)) {
            assertThat(found("city1", words)).as(words).contains(some);
        }
        assertThat(found("city1", area))
                .allSatisfy(file -> assertThat(List.of(file.area(), file.subjectName() + file.applicantName()))
                        .anyMatch(one -> one.equals(some.area()) || one.contains(area)));
        assertThat(found("city1", area + " 没有这样的词")).isEmpty();
    }

    @Test
    void aSubjectIsFoundByHowItsNameSoundsAndNobodyFindsWhatTheyMayNotSee() {
        var some = all(actor("city1"), Query.everything("")).stream()
                .filter(file -> file.area().equals("330402"))
                .findFirst()
                .orElseThrow();
        var sound = Spoken.syllables(some.subjectName()).replace(" ", "").substring(0, 6);

        assertThat(found("city1", sound)).contains(some);
        assertThat(found("c330402-1", sound)).contains(some);
        assertThat(found("c330411-1", sound)).doesNotContain(some);
        assertThat(found("c330411-1", policies.current().area("330402").name().zh()))
                .allMatch(file -> file.area().equals("330411"));
    }

    @Test
    void aListIsNarrowedToAProgrammeAndToWhoHandlesTheCases() {
        var city = actor("city1");
        var some = all(city, Query.everything("")).getFirst();

        assertThat(all(city, filtered(new Filters(null, null, some.programme(), null, false, false))))
                .contains(some)
                .allMatch(file -> file.programme().equals(some.programme()));
        assertThat(all(city, filtered(new Filters(null, null, null, Filters.NOBODY, false, false))))
                .isNotEmpty()
                .allMatch(file -> file.assignee() == null && file.holder() != null);
        assertThat(all(city, filtered(new Filters(null, null, null, Filters.ME, false, false))))
                .allMatch(file -> city.person().equals(file.assignee()));
    }

    /**
     * Every order of all cases reads one index from where the page begins, and no search reads every case. The names of
     * those who handle cases stand with the people, so that order alone is sorted.
     */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANDLER", "TURN"})
    void noOrderReadsAllCasesToShowAPage(By by) {
        var order = Query.everything("").in(new Order(by, true));
        assertThat(plan("auditor", order)).contains("Index").doesNotContain("Seq Scan on case_file", "Sort");
        assertThat(plan("auditor", order.after((by.isDay() ? "2017-03-01" : "x") + "~ZC2017-00009")))
                .contains("Index Cond")
                .doesNotContain("Seq Scan on case_file", "Sort");
        for (var login : List.of("city1", "c330402-1")) {
            assertThat(plan(login, Query.waiting().in(new Order(by, false)))).doesNotContain("Seq Scan on case_file");
            assertThat(plan(login, order)).doesNotContain("Seq Scan on case_file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"南湖", "禾风", "00007", "hefeng", "认定 南湖"})
    void noSearchReadsAllCases(String words) {
        assertThat(plan("city1", Query.everything(words))).doesNotContain("Seq Scan on case_file");
    }

    private String plan(String login, Query query) {
        return transactions.execute(_ -> {
            // A city of a few cases is sorted at once; of many only what an index gives in order begins at a page.
            for (var way : List.of("seqscan", "bitmapscan", "sort")) {
                jdbc.sql("set local enable_" + way + " = off").update();
            }
            return lists.plan(actor(login), query, 21);
        });
    }

    @Test
    void anOfficerSeesProgrammeHandlerAndAreaAndAnApplicantNotWhoHandlesTheirCase() {
        var city = Browser.of(port, actor("city1"));
        assertThat(city.open("/inbox?show=all&sort=-name")).isEqualTo(200);
        assertThat(city.body())
                .contains("data-label=\"事项\"", "data-label=\"承办人\"", "data-label=\"区域\"", "aria-sort=\"descending\"")
                .contains("data-label=\"申报日期\"", "/inbox?show=all&amp;sort=filed\"")
                .contains("/inbox?show=all&amp;sort=name\"");
        var county = Browser.of(port, actor("c330402-1"));
        assertThat(county.open("/inbox?show=all")).isEqualTo(200);
        assertThat(county.body()).contains("data-label=\"承办人\"").doesNotContain("data-label=\"区域\"");
        var operator = Browser.of(port, actor("op004"));
        assertThat(operator.open("/inbox?show=all")).isEqualTo(200);
        assertThat(operator.body()).contains("data-label=\"事项\"").doesNotContain("data-label=\"承办人\"");
    }

    @Test
    void theTableToTakeAlongHasProgrammeAndHandlerAndItsDaysAreDays() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var some = all(actor("city1"), Query.everything("")).getFirst();
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/inbox.xlsx?show=all"))
                    .header("Cookie", browser.cookieHeader())
                    .build();
            var filed = Objects.requireNonNull(some.filedOn());
            var sheet = sheet(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());

            assertThat(sheet)
                    .contains(
                            "事项",
                            "承办人",
                            "区域",
                            policies.current()
                                    .programme(some.programme())
                                    .title()
                                    .zh())
                    .containsPattern("<v>" + (filed.toEpochDay() + 25_569) + "(\\.0)?</v>")
                    .doesNotContain(">" + filed + "<");
        }
    }

    private static String sheet(byte[] workbook) throws IOException {
        var file = Files.write(Files.createTempFile("cases", ".xlsx"), workbook);
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return HtmlUtils.htmlUnescape(text.toString());
    }

    private List<CaseFile> waiting(String login) {
        return all(actor(login), Query.waiting());
    }

    private static Chosen chosen(CaseFile file) {
        return new Chosen(file.caseNumber(), file.version());
    }

    private CaseFile now(CaseFile file) {
        return files.find(file.id()).orElseThrow();
    }

    @Test
    void severalCasesAreTakenOnAtOnceAndOfEachThatIsNotTheReasonIsTold() {
        var officer = actor("city1");
        var mine = waiting("city1").getFirst();
        var decided = all(officer, Query.everything("")).stream()
                .filter(file -> file.holder() == null)
                .findFirst()
                .orElseThrow();
        assertThat(handOut.take(officer, List.of(new Chosen(mine.caseNumber(), mine.version() + 7)), UUID.randomUUID())
                        .left())
                .containsExactly(new HandOut.Left(mine.caseNumber(), Handling.Reason.CHANGED_MEANWHILE.text()));
        var form = UUID.randomUUID();
        var ticked = List.of(chosen(decided), chosen(mine), new Chosen("ZC2017-99999", 0));

        var outcome = handOut.take(officer, ticked, form);

        assertThat(outcome.done()).containsExactly(mine.caseNumber());
        assertThat(outcome.left())
                .containsExactly(
                        new HandOut.Left(decided.caseNumber(), Handling.Reason.WRONG_STEP.text()),
                        new HandOut.Left("ZC2017-99999", Handling.Reason.NO_SUCH_CASE.text()));
        assertThat(now(mine).assignee()).isEqualTo(officer.person());

        var version = now(mine).version();
        assertThat(handOut.take(officer, ticked, form).done()).isEqualTo(outcome.done());
        assertThat(now(mine).version()).as("sent twice").isEqualTo(version);
    }

    @Test
    void withNothingTickedOrNobodyChosenNothingIsTried() {
        var officer = actor("city1");
        var some = waiting("city1").getFirst();

        assertThat(handOut.take(officer, List.of(), UUID.randomUUID()).refused())
                .contains(Reason.NOTHING_CHOSEN);
        assertThat(handOut.assign(officer, List.of(chosen(some)), UUID.randomUUID(), Optional.empty())
                        .refused())
                .contains(Reason.NO_COLLEAGUE);
        assertThat(handOut.assign(
                                officer,
                                List.of(chosen(some)),
                                UUID.randomUUID(),
                                Optional.of(actor("finance-officer").person()))
                        .refused())
                .contains(Reason.NO_COLLEAGUE);
        assertThat(now(some)).isEqualTo(some);
    }

    @Test
    void whoDecidesForTheCityGivesOutWhatWaitsForItsOfficersAndNothingElse() {
        var head = actor("decider1");
        var officer = actor("city2");
        var forOfficers = waiting("city1").getLast();
        var ofACounty = all(head, Query.everything("")).stream()
                .filter(file -> file.holder() != null && file.holder().name().equals("COUNTY_OFFICER"))
                .findFirst()
                .orElseThrow();

        var outcome = handOut.assign(
                head,
                List.of(chosen(forOfficers), chosen(ofACounty)),
                UUID.randomUUID(),
                Optional.of(officer.person()));

        assertThat(outcome.done()).containsExactly(forOfficers.caseNumber());
        assertThat(outcome.to()).as("who has them now is said by name").contains(officer.name());
        assertThat(outcome.left()).extracting(HandOut.Left::why).containsExactly(Handling.Reason.NOT_YOURS.text());
        assertThat(now(forOfficers).assignee()).isEqualTo(officer.person());
        assertThat(handOut.take(head, List.of(chosen(now(forOfficers))), UUID.randomUUID())
                        .done())
                .as("a lead does not handle it")
                .isEmpty();
        var browser = Browser.of(port, head);
        browser.open("/cases/" + forOfficers.caseNumber());
        assertThat(browser.body()).contains("指定承办人", "/assign\"");
    }

    @Test
    void aHandedOutListIsShownAgainWithItsFilters() {
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            browser.opens("/inbox?sort=name");
            var page = browser.posts("/inbox/take?sort=name", Map.of());

            assertThat(page.statusCode()).isEqualTo(409);
            assertThat(page.body()).contains("data-refused=\"NOTHING_CHOSEN\"", "aria-sort=\"ascending\"");
        }
    }
}
