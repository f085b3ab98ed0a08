package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.grants.recognition.AskForChange;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Keeper;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Reach.Answer;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.menu.Door;
import org.zhongchuang.records.registry.Duplicates;

/**
 * Every page about a thing, for every role that it lets in, with things that exist: one's own, another owner's, another
 * county's, one at another desk. What to expect follows from what the page declares and from Reach, nothing is typed
 * here by hand; what must not happen is called over HTTP and must leave no trace.
 */
class ReachMatrixTests extends TestCity {

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
    private AskForChange asking;

    @Autowired
    private Duplicates duplicates;

    private final Supplier<ThingsThatExist> things =
            SingletonSupplier.of(() -> new ThingsThatExist(accounts, jdbc, asking, duplicates));

    @BeforeEach
    void makeWhatIsMissing() {
        things.get().make();
    }

    @AfterEach
    void takeItAway() {
        things.get().takeAway();
    }

    /** A page with one of the things that it names. */
    private record Route(RequestMethod verb, String path, HandlerMethod page, Concerns concerns) {}

    @Test
    void nobodySeesOrDoesWhatIsOutOfTheirReach() throws Exception {
        var holes = new ArrayList<String>();
        var calls = new TreeMap<String, Integer>();
        for (var actor : things.get().people()) {
            var browser = Browser.of(port, actor);
            var before = traces(actor);
            for (var route : routes()) {
                if (!Door.of(route.page()).admits(actor)) {
                    continue;
                }
                for (var id : things.get().of(route.concerns().value())) {
                    var expected = reach.ask(
                                    actor,
                                    Set.of(route.concerns().deed()),
                                    route.concerns().value(),
                                    id)
                            .orElseThrow(() -> new AssertionError("nobody keeps " + route + " with " + id));
                    var idle = expected == Answer.YES && route.verb() == RequestMethod.POST && waits(route, actor, id);
                    if (expected == Answer.YES && route.verb() == RequestMethod.POST && !idle) {
                        continue;
                    }
                    var status = call(browser, route, id);
                    calls.merge(axis(actor, route, id, expected, idle), 1, Integer::sum);
                    var wrong = switch (expected) {
                        case YES -> status >= 500 || (status == 403 && !idle);
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
        assertThat(things.get().kinds())
                .allSatisfy(thing ->
                        assertThat(things.get().of(thing)).as(thing.name()).isNotEmpty());
    }

    /** What one must not rely on Reach to say: another county and another owner are never a reader's own. */
    @Test
    void aCountyHasNothingInAnotherAndAnApplicantNothingOfAnothers() {
        var wrong = new ArrayList<String>();
        for (var actor : things.get().people()) {
            for (var thing : things.get().kinds()) {
                for (var id : things.get().of(thing)) {
                    var where = where(thing, id);
                    var far = !where.areas().isEmpty() && !where.areas().contains(actor.area());
                    var stranger = !where.owners().contains(actor.organisation().value())
                            && !where.owners().contains(actor.person().value());
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

    private Whereabouts where(Thing thing, String id) {
        return keepers.stream()
                .filter(keeper -> keeper.keeps().contains(thing))
                .findFirst()
                .flatMap(keeper -> keeper.find(thing, id))
                .orElseThrow(() -> new AssertionError("nobody keeps " + thing + " " + id));
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
            path = path.replace("{" + part + "}", ThingsThatExist.part(part));
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

    /** How many traces somebody's acts have left: whatever is done with a thing leaves one. */
    private long traces(Actor actor) {
        return jdbc.sql("""
                        select (select count(*) from casework.event where person = :person) + (select count(*) from audit.entry where person = :person and act ~
                          '^(account|affected|assessment|award|batch|budget|case|closing|event|evidence|growth|higher|offer|prize|recognition|recovery|register|warning)[.]')
                        """)
                .param("person", actor.person().value())
                .query(Long.class)
                .single();
    }
}
