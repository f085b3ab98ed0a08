package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Only;

/**
 * Every route that the application has, called as every role: the answer follows from what the route declares, nothing
 * else.
 */
class GateTests extends TestCity {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    /** A route with what it declares. */
    private record Route(RequestMethod method, String path, HandlerMethod handler) {

        boolean isForAnyone() {
            return handler.hasMethodAnnotation(Anyone.class);
        }

        boolean isFor(Actor actor) {
            var only = handler.getMethodAnnotation(Only.class);
            return isForAnyone()
                    || (only != null
                            && ((only.value().length == 0 && !only.steps())
                                    || (only.steps() && actor.role().mayHoldSteps())
                                    || Arrays.asList(only.value()).contains(actor.role())));
        }
    }

    @Test
    void everyRouteLetsInExactlyWhomItDeclares() throws Exception {
        var people = new TreeMap<String, Actor>();
        accounts.onePerRole().forEach(one -> people.putIfAbsent(one.role().name(), one));
        var wrong = new ArrayList<String>();
        var calls = 0;
        for (var person : people.values()) {
            var session = new Session();
            session.signIn(person.login(), person.appointment().toString());
            for (var route : routes()) {
                var status = session.call(route);
                calls++;
                if (route.isFor(person) == (status == 403)) {
                    wrong.add("%s as %s: %d".formatted(route.path(), person.role(), status));
                }
                if (status >= 500) {
                    wrong.add("%s as %s failed: %d".formatted(route.path(), person.role(), status));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(people).hasSizeGreaterThan(18);
        assertThat(calls).isGreaterThan(600);
    }

    @Test
    void aVisitorIsAskedToSignInWhereverARouteIsNotForAnyone() throws Exception {
        var visitor = new Session();
        visitor.open("/sign-in");
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var status = visitor.call(route);
            if (route.isForAnyone() == (status == 302 && visitor.location.startsWith("/sign-in?"))) {
                wrong.add(route.path() + ": " + status + " " + visitor.location);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/demonstration/clock".formatted(port)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("by=day"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** All routes but those that sign in, which would change who is calling. */
    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> methods(entry.getKey().getMethodsCondition().getMethods().stream()
                                        .toList())
                                .map(method -> new Route(method, path, entry.getValue()))))
                .filter(route ->
                        !route.path().startsWith("/sign-in") && !route.path().equals("/error"))
                .filter(route ->
                        !route.path().equals("/account/role") && !route.path().equals("/demonstration/clock"))
                .toList();
    }

    private static java.util.stream.Stream<RequestMethod> methods(List<RequestMethod> declared) {
        return declared.isEmpty() ? java.util.stream.Stream.of(RequestMethod.GET) : declared.stream();
    }

    /** A browser of the plainest kind: it keeps its cookies and sends the token with each form. */
    private final class Session {

        private final HttpClient http = HttpClient.newHttpClient();
        private final TreeMap<String, String> cookies = new TreeMap<>();
        private String location = "";

        void signIn(String login, String appointment) throws IOException, InterruptedException {
            open("/sign-in");
            assertThat(post("/sign-in/as", "login=" + login)).isEqualTo(302);
            open("/verify");
            post("/account/role", "appointment=" + appointment);
        }

        int open(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri(path)).GET());
        }

        int post(String path, String form) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        int call(Route route) throws IOException, InterruptedException {
            var path = route.path()
                    .replace("{pack}", "jiaxing-2015-90")
                    .replace("{id}", "00000000-0000-0000-0000-000000000001")
                    .replace("{attachment}", "00000000-0000-0000-0000-000000000001")
                    .replaceAll("\\{\\w+}", "X");
            return route.method() == RequestMethod.GET ? open(path) : post(path, "request=1&version=1&evidence=lease");
        }

        private URI uri(String path) {
            return URI.create("http://localhost:" + port + path);
        }

        private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
            var kept = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .toList();
            if (!kept.isEmpty()) {
                request.header("Cookie", String.join("; ", kept));
            }
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                var pair = cookie.split(";", -1)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            location = answer.headers()
                    .firstValue("Location")
                    .map(to -> to.replaceAll("^https?://[^/]+", ""))
                    .orElse("");
            return answer.statusCode();
        }
    }
}
