package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.grants.recognition.AskForChange;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.FrequentActs;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.identity.PasswordLinks;
import org.zhongchuang.ground.menu.Door;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Duplicates;

/** Opening a page changes nothing, whoever opens it: what is allowed to be written stands here with its reason. */
class ReadingTests extends TestCity {

    /** What may be written when a page is read. */
    private record Allowed(String what, String where, String because) {

        boolean covers(String written, String path) {
            return Pattern.matches(what, written) && Pattern.matches(where, path);
        }
    }

    private static final String FILES =
            ".*\\.(xlsx|csv|json|xml|pdf|zip)|/decisions/key|.*/(files|objections|papers)/.*";

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed(".* public\\.spring_session(_attributes)?", ".*", "a session knows when it was last used"),
            new Allowed(".* access\\.bucket", "/first-administrator/.*", "nobody guesses a link for long"),
            new Allowed("act refused\\.limit", "/first-administrator/.*", "and who tried too often is on record"),
            new Allowed(".* decision\\.delivery", "/cases/.*", "a decision is delivered when its applicant opens it"),
            new Allowed(
                    ".* casework\\.fact",
                    "/applications/\\{id\\}",
                    "a draft says what registers and records say today, where nobody has answered otherwise"),
            new Allowed(".* access\\.bucket", FILES, "files that are made cost much and are counted"),
            new Allowed(
                    "act refused\\.thing",
                    ".*",
                    "somebody signed in who asks for what is not there may be trying numbers"),
            new Allowed("act (export|read\\.file)", FILES, "what leaves the house as a file is on record"));

    /** Pages that can be opened where other tests have left something to show, and which tests open them always. */
    private static final Map<String, String> SOMETIMES_OPENED = Map.of(
            "/cases/{number}/ballot",
            "an expert with a case to score; ExpertPagesTests",
            "/ballots/{year}/{id}/figures/{figure}",
            "a makerspace with that figure on an expert's seat; AssessmentTests",
            "/changes/{id}/files/{file}",
            "a change with papers; ChangeTests",
            "/documents/{id}",
            "a document that was entered; EnterDocumentTests",
            "/documents/{id}/what-if",
            "the same; WhatIfDocumentTests",
            "/documents/{id}/pack.zip",
            "the same; EnterDocumentTests",
            "/spaces/{id}/details",
            "a makerspace of the reader's that is not recognised; TypedAnswersTests",
            "/register/existing/firms/{id}",
            "firms that were brought in; BringInFirmsTests",
            "/register/{id}/papers/{paper}",
            "papers of an entry; EntryPapersTests");

    /** Pages that nobody can open here as they are meant, and why. */
    private static final Map<String, String> NEVER_OPENED = Map.of(
            "/first-administrator/{token}",
            "the city has its administrators; FreshInstallationTests opens it",
            "/parameters/sheets/{id}",
            "the city has set its values one by one; AmendSheetTests opens it",
            "/calls/{id}",
            "no document of this city judges claims in calls; CallTests opens it",
            "/finance/batches/{id}/payments.csv",
            "no batch of this city was sent; MoneyTests opens it",
            "/finance/batches/{id}/pain.001.xml",
            "the same; BatchPagesTests opens it");

    /** Where pages that want more than the name of a thing find something, as addresses that can be opened. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry(
                    "/spaces/{id}/details",
                    "select '/spaces/' || id || '/details' from registry.space s where operator = :organisation and not exists (select 1 from recognition.recognised_space r where r.space = s.id) order by id limit 3"),
            Map.entry("/documents/{id}", "select '/documents/' || id from policy.entered_document order by id limit 3"),
            Map.entry("/calls/{id}", "select '/calls/' || gen_random_uuid()"),
            Map.entry(
                    "/documents/{id}/what-if",
                    "select '/documents/' || id || '/what-if' from policy.entered_document order by id limit 3"),
            Map.entry(
                    "/documents/{id}/pack.zip",
                    "select '/documents/' || id || '/pack.zip' from policy.entered_document order by id limit 3"),
            Map.entry("/policies/{pack}", "values ('/policies/jiaxing-2015-90')"),
            Map.entry("/policies/{pack}/editions", "values ('/policies/jiaxing-2015-90/editions')"),
            Map.entry("/policies/{pack}/text", "values ('/policies/jiaxing-2015-90/text')"),
            Map.entry("/calculators/{id}", "values ('/calculators/small-profit-tax')"),
            Map.entry("/parameters/{id}", "values ('/parameters/second_look_from')"),
            Map.entry("/parameters/sheets/{id}", "select '/parameters/sheets/' || gen_random_uuid()"),
            Map.entry(
                    "/administration/people/{id}",
                    "select '/administration/people/' || id from access.person order by login limit 3"),
            Map.entry("/assessments/{year}", "select '/assessments/' || year from assessment.round"),
            Map.entry("/awards/{number}", "select '/awards/' || number from award.award order by number limit 3"),
            Map.entry("/notices/{id}", "select '/notices/' || id from notice.notice order by id limit 3"),
            Map.entry(
                    "/directory/{id}",
                    "select '/directory/' || id from registry.subject where listed order by id limit 3"),
            Map.entry(
                    "/register/spaces/{code}",
                    "select '/register/spaces/' || code from recognition.recognised_space order by code limit 3"),
            Map.entry(
                    "/verify/{code}",
                    "select '/verify/' || code from recognition.recognised_space order by code limit 3"),
            Map.entry(
                    "/verify/{code}/certificate.pdf",
                    "select '/verify/' || code || '/certificate.pdf' from recognition.recognised_space order by code limit 1"),
            Map.entry(
                    "/cases/{number}/certificate",
                    "select '/cases/' || coalesce(c.number, c.id::text) || '/certificate' from casework.case_file c join recognition.recognised_space r on r.case_file = c.id order by c.id limit 3"),
            Map.entry(
                    "/cases/{number}/decision.json",
                    "select '/cases/' || coalesce(c.number, c.id::text) || '/decision.json' from casework.case_file c join decision.decision d on d.case_file = c.id order by c.id limit 3"),
            Map.entry(
                    "/cases/{number}/files/{attachment}",
                    "select '/cases/' || coalesce(c.number, c.id::text) || '/files/' || a.id from casework.case_file c join casework.attachment a on a.case_file = c.id order by a.id limit 3"),
            Map.entry(
                    "/cases/{number}/objections/{objection}/file",
                    "select '/cases/' || coalesce(c.number, c.id::text) || '/objections/' || o.id || '/file' from casework.case_file c join notice.notice n on n.case_file = c.id join notice.objection o on o.notice = n.id order by o.id limit 3"),
            Map.entry(
                    "/register/existing/firms/{id}",
                    "select '/register/existing/firms/' || id from keeping.firm_table order by id limit 3"),
            Map.entry(
                    "/spaces/{id}/imports/{batch}",
                    "select '/spaces/' || space || '/imports/' || id from evidence.batch order by id limit 9"),
            Map.entry(
                    "/spaces/{id}/records/{kind}/template.xlsx",
                    "select '/spaces/' || id || '/records/events/template.xlsx' from registry.space where operator = :organisation order by id limit 1"),
            Map.entry(
                    "/applications/{id}",
                    "select '/applications/' || id from casework.case_file where operator = :organisation order by id limit 1"),
            Map.entry(
                    "/ballots/{year}/{id}",
                    "select '/ballots/' || r.year || '/' || s.space from assessment.seat s join assessment.round r on r.id = s.round where s.expert = :person order by s.space limit 1"),
            Map.entry("/audit/{number}", "select '/audit/' || id from audit.entry order by id limit 3"),
            Map.entry(
                    "/audit/{number}/proof.json",
                    "select '/audit/' || id || '/proof.json' from audit.entry order by id limit 3"),
            Map.entry(
                    "/log/consistency.json",
                    "select format('/log/consistency.json?log=%s&older=%s&newer=%s', log, min(size), max(size)) from audit.head group by log"),
            Map.entry("/first-administrator/{token}", "values ('/first-administrator/none')"),
            Map.entry("/finance/closing.xlsx", "values ('/finance/closing.xlsx?year=2016')"));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Reach reach;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private FrequentActs counted;

    @Autowired
    private Policies policies;

    @Autowired
    private AskForChange asking;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    @Qualifier("sealing")
    private DueWork sealing;

    @Autowired
    private JdbcClient jdbc;

    @Value("${zhongchuang.files}")
    private Path files;

    @LocalServerPort
    private int port;

    private record Route(String path, HandlerMethod page) {}

    /** So many people open each page: the first of those whom it lets in and who find something there. */
    private static final int READERS = 2;

    private String link = "";
    private final Set<String> writes = new TreeSet<>();
    private final Map<String, Integer> opened = new TreeMap<>();

    @Test
    void noPageWritesWhenItIsRead() throws Exception {
        var things = new ThingsThatExist(accounts, jdbc, asking, duplicates);
        things.make();
        make();
        var before = kept();
        try (var tables = new WatchedTables(ownersSource())) {
            jdbc.sql("update access.person set login = login where false").update();
            assertThat(tables.written()).containsExactly("UPDATE access.person");
            read(new Browser(port), null, things, tables);
            for (var person : readers(things)) {
                read(Browser.of(port, person), person, things, tables);
            }
        } finally {
            takeAway();
            things.takeAway();
        }

        assertThat(writes).isEmpty();
        assertThat(kept()).isEqualTo(before);
        assertThat(routes()).extracting(Route::path).containsAll(SOMETIMES_OPENED.keySet());
        assertThat(routes())
                .extracting(Route::path)
                .filteredOn(path -> !opened.containsKey(path) && !SOMETIMES_OPENED.containsKey(path))
                .containsExactlyInAnyOrderElementsOf(NEVER_OPENED.keySet());
    }

    /** Somebody of every role, and an expert with a seat in the yearly assessment. */
    private List<Actor> readers(ThingsThatExist things) {
        var seated = jdbc.sql(
                        "select p.login from assessment.seat s join access.person p on p.id = s.expert order by p.login limit 1")
                .query((row, _) -> row.getString(1))
                .list();
        return Stream.concat(
                        things.people().stream(),
                        seated.stream().flatMap(login -> accounts.appointmentsOf(login).stream()))
                .toList();
    }

    /** A link to a password, an objection that brought a file, and rows that are sealed. */
    private void make() {
        link = links.make(
                        accounts.onePerRole().stream()
                                .filter(one -> one.is(Role.ADMINISTRATOR))
                                .findFirst()
                                .orElseThrow(),
                        accounts.personWith("expert01").orElseThrow())
                .token();
        asOwner().sql("""
                        update notice.objection set file = (select id from file.stored order by id limit 1)
                         where file is null and id = (select id from notice.objection order by id limit 1)
                        """).update();
        sealing.settle();
    }

    private void takeAway() {
        asOwner().sql("delete from identity.link where used_at is null").update();
        asOwner().sql("""
                        update notice.objection set file = null
                         where file = (select id from file.stored order by id limit 1) and id = (select id from notice.objection order by id limit 1)
                        """).update();
    }

    private void read(Browser browser, @Nullable Actor actor, ThingsThatExist things, WatchedTables tables)
            throws Exception {
        counted.settle();
        tables.written();
        for (var route : routes()) {
            if (opened.getOrDefault(route.path(), 0) == READERS
                    || !Door.of(route.page()).admits(actor)) {
                continue;
            }
            for (var address : addresses(route, actor, things)) {
                var status = browser.open(address);
                // Answered on the same connection, and so not before the request ahead of it has come to its end.
                browser.open("/health/live");
                counted.settle();
                tables.written().stream()
                        .filter(written -> ALLOWED.stream().noneMatch(one -> one.covers(written, route.path())))
                        .forEach(written -> writes.add(route.path() + " " + status + ": " + written));
                if (status < 400) {
                    opened.merge(route.path(), 1, Integer::sum);
                    break;
                }
            }
        }
    }

    /**
     * Every page that is opened, but the one of errors, which answers nobody who asks for it. A link to a page comes
     * before the page.
     */
    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry ->
                        entry.getKey().getPatternValues().stream().map(path -> new Route(path, entry.getValue())))
                .sorted(Comparator.comparing(Route::path).reversed())
                .toList();
    }

    private List<String> addresses(Route route, @Nullable Actor actor, ThingsThatExist things) {
        if (route.path().equals("/set-password/{token}")) {
            return List.of("/set-password/" + link);
        }
        if (route.path().equals("/policies/{pack}/clauses/{id}")) {
            var clause = policies.current().clauses().getFirst().id();
            return List.of("/policies/jiaxing-2015-90/clauses/" + UriUtils.encodePathSegment(clause, UTF_8));
        }
        var known = EXAMPLES.get(route.path());
        if (known != null) {
            return jdbc.sql(known)
                    .param(
                            "organisation",
                            actor == null ? null : actor.organisation().value())
                    .param("person", actor == null ? null : actor.person().value())
                    .query((row, _) -> row.getString(1))
                    .list();
        }
        var concerns = route.page().getMethodAnnotation(Concerns.class);
        if (concerns == null || actor == null) {
            return List.of(route.path());
        }
        return things.of(concerns.value()).stream()
                .filter(id -> Stream.of(concerns.deed()).anyMatch(deed -> reach.may(actor, deed, concerns.value(), id)))
                .map(id -> address(route, concerns, id))
                .limit(3)
                .toList();
    }

    private static String address(Route route, Concerns concerns, String id) {
        var names = id.split("\\|", -1);
        var address = UriComponentsBuilder.fromPath(route.path());
        var values = new HashMap<String, String>();
        for (var i = 0; i < concerns.by().length; i++) {
            values.put(concerns.by()[i], names[i]);
            if (!route.path().contains("{" + concerns.by()[i] + "}")) {
                address.queryParam(concerns.by()[i], names[i]);
            }
        }
        for (var part : concerns.parts()) {
            values.put(part, ThingsThatExist.part(part));
        }
        return address.buildAndExpand(values).toUriString();
    }

    /** The files that the city keeps. */
    private List<String> kept() throws IOException {
        try (var all = Files.walk(files)) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
