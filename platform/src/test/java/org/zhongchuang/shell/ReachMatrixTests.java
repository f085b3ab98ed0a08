package org.zhongchuang.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Concerns;
import org.zhongchuang.access.Deed;
import org.zhongchuang.access.Keeper;
import org.zhongchuang.access.Reach;
import org.zhongchuang.access.Reach.Answer;
import org.zhongchuang.access.Role;
import org.zhongchuang.access.Thing;
import org.zhongchuang.access.Whereabouts;
import org.zhongchuang.recognition.Change;
import org.zhongchuang.recognition.Standing;
import org.zhongchuang.registry.Duplicates;

/**
 * Every page about a thing, for every role that it lets in, with things that exist: one's own, another owner's, another
 * county's, one at another desk. What to expect follows from what the page declares and from Reach, nothing is typed
 * here by hand; what must not happen is called over HTTP and must leave no trace.
 */
class ReachMatrixTests extends TestCity {

    /** How the things of each kind are found: several areas, owners and steps of each. */
    private static final Map<Thing, String> THINGS = Map.ofEntries(
            Map.entry(
                    Thing.CASE,
                    "select distinct on (area, step) coalesce(number, id::text) from casework.case_file order by area, step, id"),
            Map.entry(
                    Thing.OBJECTION,
                    "select distinct on (c.area, c.programme) c.number from casework.case_file c where c.number is not null order by c.area, c.programme, c.id"),
            Map.entry(
                    Thing.SPACE,
                    "select distinct on (area, kind) id::text from registry.space order by area, kind, id"),
            Map.entry(
                    Thing.SUBJECT,
                    "select distinct on (area, kind, listed) id::text from registry.subject order by area, kind, listed, id"),
            Map.entry(
                    Thing.PAIR,
                    "select a.id || '|' || b.id from (select distinct on (area) id, area from registry.subject where kind = 'ENTERPRISE' order by area, id) a, (select distinct on (area) id, area from registry.subject where kind = 'ENTERPRISE' order by area, id desc) b where a.id <> b.id order by a.area, b.area"),
            Map.entry(Thing.MERGE, "select id::text from registry.merge order by id"),
            Map.entry(Thing.AWARD, "select distinct on (area, payer) number from award.award order by area, payer, id"),
            Map.entry(Thing.HIGHER_AWARD, "select id::text from award.higher_award order by id limit 6"),
            Map.entry(Thing.RECOVERY, "select id::text from recovery.claim order by id limit 6"),
            Map.entry(Thing.OFFER, "select id::text from offer.offer order by id limit 6"),
            Map.entry(
                    Thing.WARNING,
                    "select distinct on (c.area) w.id::text from scrutiny.warning w left join casework.case_file c on c.id = w.case_file order by c.area, w.id"),
            Map.entry(Thing.CHANGE, "select id::text from recognition.change order by id limit 6"),
            Map.entry(Thing.ROUND, "select year::text from assessment.round"),
            Map.entry(
                    Thing.ASSESSED,
                    "select distinct on (e.area) r.year || '|' || e.space from assessment.entry e join assessment.round r on r.id = e.round order by e.area, e.space"),
            Map.entry(
                    Thing.SEAT,
                    "select distinct on (s.state) r.year || '|' || s.space from assessment.seat s join assessment.round r on r.id = s.round order by s.state, s.space"),
            Map.entry(
                    Thing.BANK_ACCOUNT,
                    "select distinct on (o.area, b.state) b.id::text from payment.bank_account b join access.organisation o on o.id = b.organisation order by o.area, b.state, b.id"),
            Map.entry(Thing.BATCH, "select distinct on (payer) id::text from payment.batch order by payer, id"));

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Reach reach;

    @Autowired
    private List<Keeper> keepers;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Autowired
    private Standing standing;

    @Autowired
    private Duplicates duplicates;

    private final Map<Thing, List<String>> found = new EnumMap<>(Thing.class);

    /** What the city of the tests has none of, in two counties: requests, merges, batches and claims. */
    @BeforeEach
    void makeWhatIsMissing() {
        var officer = accounts.appointmentsOf("city1").getFirst();
        jdbc.sql("""
                        select distinct on (area) code from recognition.recognised_space r
                         where status = 'ACTIVE' and not exists (select 1 from recognition.change c where c.code = r.code) order by area, code limit 2
                        """)
                .query(String.class)
                .list()
                .forEach(code -> standing.ask(officer, code, Change.Kind.RECTIFY, "", "矩阵测试：责令整改"));
        jdbc.sql("""
                        select distinct on (a.area) a.id, b.id from registry.subject a join registry.subject b
                            on b.kind = 'ENTERPRISE' and a.kind = 'ENTERPRISE' and b.area = a.area and b.id > a.id
                         where a.code is null and b.code is null and a.merged_into is null and b.merged_into is null order by a.area, a.id, b.id limit 2
                        """)
                .query((row, _) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(pair -> duplicates.merge(officer, pair.get(0), pair.get(1), "矩阵测试：同一家"));
        for (var payer : List.of("330400", "330402")) {
            jdbc.sql(
                            "insert into payment.batch (id, number, payer, state, fen, two, made_by, made_at) values (gen_random_uuid(), :number, :payer, 'DROPPED', 1, false, :person, now())")
                    .param("number", "JZ" + payer)
                    .param("payer", payer)
                    .param("person", officer.person())
                    .update();
        }
        jdbc.sql("""
                        insert into recovery.claim (id, award, fen, ground, reasons, state, proposed_by, proposed_at)
                        select gen_random_uuid(), w.id, 1, 'FACTS', '矩阵测试：看谁能看到这件追回', 'DROPPED', :person, now()
                          from (select distinct on (area) id from award.award order by area, id limit 2) w
                        """).param("person", officer.person()).update();
    }

    @AfterEach
    void takeItAway() {
        var officer = accounts.appointmentsOf("city1").getFirst();
        jdbc.sql("update recognition.change set state = 'WITHDRAWN' where reason = '矩阵测试：责令整改' and state = 'OPEN'")
                .update();
        jdbc.sql("select id from registry.merge where reason = '矩阵测试：同一家' and undone_at is null")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(merge -> duplicates.undo(officer, merge));
        jdbc.sql("delete from payment.batch where number like 'JZ%'").update();
        jdbc.sql("delete from recovery.claim where reasons = '矩阵测试：看谁能看到这件追回'").update();
    }

    /** A page with one of the things that it names. */
    private record Route(RequestMethod verb, String path, HandlerMethod page, Concerns concerns) {}

    @Test
    void nobodySeesOrDoesWhatIsOutOfTheirReach() throws Exception {
        var holes = new ArrayList<String>();
        var calls = new TreeMap<String, Integer>();
        for (var actor : actors()) {
            var browser = Browser.of(port, actor);
            var before = traces(actor);
            for (var route : routes()) {
                if (!Doors.admits(route.page(), actor)) {
                    continue;
                }
                for (var id : things(route.concerns().value())) {
                    var expected = reach.ask(
                                    actor,
                                    Set.of(route.concerns().deed()),
                                    route.concerns().value(),
                                    id)
                            .orElseThrow();
                    var idle = expected == Answer.YES && route.verb() == RequestMethod.POST && waits(route, actor, id);
                    if (expected == Answer.YES && route.verb() == RequestMethod.POST && !idle) {
                        continue;
                    }
                    var status = call(browser, route, id);
                    calls.merge(axis(actor, route, id, expected, idle), 1, Integer::sum);
                    var wrong = switch (expected) {
                        case YES -> idle ? status >= 500 : status == 403;
                        case NOT_THEIRS -> status != 403;
                        case NOTHING_THERE -> status != 404;
                    };
                    if (wrong) {
                        holes.add("%s %s with %s as %s of %s: %d, expected %s"
                                .formatted(
                                        route.verb(), route.path(), id, actor.role(), actor.area(), status, expected));
                    }
                }
            }
            if (traces(actor) != before) {
                holes.add("something was done by %s that is not theirs to do".formatted(actor.login()));
            }
        }

        System.out.println("reach: " + calls + ", holes: " + holes.size());
        assertThat(holes).isEmpty();
        assertThat(calls.keySet()).contains("another county", "another owner", "another step", "own");
        assertThat(calls.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_000);
        assertThat(found)
                .allSatisfy((thing, ids) -> assertThat(ids).as(thing.name()).isNotEmpty());
    }

    /** What one must not rely on Reach to say: another county and another owner are never a reader's own. */
    @Test
    void aCountyHasNothingInAnotherAndAnApplicantNothingOfAnothers() {
        var wrong = new ArrayList<String>();
        for (var actor : actors()) {
            for (var thing : THINGS.keySet()) {
                for (var id : things(thing)) {
                    var where = where(thing, id);
                    var far = !where.areas().isEmpty() && !where.areas().contains(actor.area());
                    var stranger = !where.owners().contains(actor.organisation())
                            && !where.owners().contains(actor.person());
                    var barred = actor.is(Role.COUNTY_OFFICER)
                            ? far && stranger
                            : actor.is(Role.OPERATOR, Role.FIRM, Role.FOUNDER) && stranger;
                    for (var deed : Deed.values()) {
                        if (barred && reach.may(actor, deed, thing, id)) {
                            wrong.add("%s %s %s %s".formatted(actor.login(), deed, thing, id));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** One of each role, officers of two counties, treasuries of the city and of a county, and two owners. */
    private List<Actor> actors() {
        var logins = new ArrayList<String>();
        accounts.onePerRole().stream()
                .filter(one -> one.role() != Role.COUNTY_OFFICER)
                .forEach(one -> logins.add(one.login()));
        logins.addAll(List.of("c330402-1", "c330411-1", "f330402-1"));
        logins.addAll(jdbc.sql("""
                        select distinct on (a.area) p.login from access.appointment a join access.person p on p.id = a.person
                          join casework.case_file c on c.operator = a.organisation
                         where a.role = 'OPERATOR' order by a.area, p.login limit 2
                        """).query(String.class).list());
        logins.addAll(jdbc.sql("""
                        select distinct on (b.state) p.login from casework.ballot b join access.person p on p.id = b.expert
                         order by b.state, p.login
                        """).query(String.class).list());
        return logins.stream()
                .distinct()
                .flatMap(login -> accounts.appointmentsOf(login).stream())
                .toList();
    }

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .flatMap(verb -> Stream.of(
                                                entry.getValue().getMethod().getAnnotationsByType(Concerns.class))
                                        .map(concerns -> new Route(verb, path, entry.getValue(), concerns)))))
                .sorted(java.util.Comparator.comparing(route -> route.verb() + route.path()))
                .toList();
    }

    private List<String> things(Thing thing) {
        return found.computeIfAbsent(
                thing,
                one -> jdbc.sql("select id from ("
                                + Optional.ofNullable(THINGS.get(one)).orElseThrow()
                                + ") found (id) order by md5(id) limit 7")
                        .query(String.class)
                        .list());
    }

    private Whereabouts where(Thing thing, String id) {
        return keepers.stream()
                .filter(keeper -> keeper.keeps().contains(thing))
                .findFirst()
                .flatMap(keeper -> keeper.find(thing, id))
                .orElseThrow();
    }

    /** Whether the case is near enough, but at a desk that is not the actor's. */
    private boolean waits(Route route, Actor actor, String id) {
        return route.path().startsWith("/cases/")
                && where(route.concerns().value(), id)
                        .turn()
                        .filter(actor::holds)
                        .isEmpty();
    }

    private String axis(Actor actor, Route route, String id, Answer expected, boolean idle) {
        if (idle) {
            return "another step";
        }
        if (expected == Answer.YES) {
            return "own";
        }
        var where = where(route.concerns().value(), id);
        return !where.areas().isEmpty() && !where.areas().contains(actor.area()) ? "another county" : "another owner";
    }

    private int call(Browser browser, Route route, String id) throws Exception {
        var names = id.split("\\|", -1);
        var by = route.concerns().by();
        var path = route.path();
        var form = new HashMap<>(Map.of(
                "act",
                "confirm",
                "reason",
                "核查无误",
                "words",
                "文号1号",
                "document",
                "文号1号",
                "version",
                "0",
                "request",
                UUID.randomUUID().toString(),
                "received",
                "1.00",
                "proof",
                "凭证"));
        for (var i = 0; i < by.length; i++) {
            var name = i < names.length ? names[i] : "";
            if (path.contains("{" + by[i] + "}")) {
                path = path.replace("{" + by[i] + "}", name);
            } else {
                form.put(by[i], name);
            }
        }
        for (var part : route.concerns().parts()) {
            path = path.replace("{" + part + "}", part(part));
        }
        if (route.verb() == RequestMethod.POST) {
            return browser.post(path, form);
        }
        var query = Arrays.stream(by)
                .filter(form::containsKey)
                .map(name -> name + "=" + form.get(name))
                .toList();
        return browser.open(query.isEmpty() ? path : path + "?" + String.join("&", query));
    }

    private static String part(String name) {
        return switch (name) {
            case "kind" -> "tenants";
            case "seq" -> "1";
            case "figure" -> "tenants";
            default -> "00000000-0000-0000-0000-000000000001";
        };
    }

    /** How many traces somebody's acts have left: whatever is done with a thing leaves one. */
    private long traces(Actor actor) {
        return jdbc.sql("""
                        select (select count(*) from casework.event where person = :person) + (select count(*) from audit.entry where person = :person and act ~
                          '^(account|affected|assessment|award|batch|budget|case|closing|event|evidence|growth|higher|offer|prize|recognition|recovery|register|warning)[.]')
                        """).param("person", actor.person()).query(Long.class).single();
    }
}
