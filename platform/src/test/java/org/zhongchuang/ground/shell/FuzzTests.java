package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;

/**
 * Thousands of requests that are wrong in one way or several, at every route, as several roles: none is answered by an
 * error of ours.
 *
 * <p>The same seed makes the same requests. {@code -Dfuzz.requests=100000} makes more of them, with identifiers that
 * exist as well; the city is of no use to other tests afterwards, so it runs alone ({@code acceptance/fuzz.sh}).
 */
class FuzzTests extends TestCity {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 7L);
    /** Beyond this the run is alone in its city and may change it. */
    private static final boolean ALONE = REQUESTS > 5_000;

    private static final Pattern FIELD = Pattern.compile("name\\s*=\\s*\"([A-Za-z][A-Za-z0-9.]*)\"");
    private static final String NOBODY = "00000000-0000-0000-0000-000000000001";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private record Route(RequestMethod method, String path) {}

    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

    @Test
    void noRequestIsAnsweredByAnErrorOfOurs() throws Exception {
        var routes = routes();
        var fields = fields();
        var ids = ids();
        var workers = ALONE ? 4 : 2;
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var running = new ArrayList<Future<?>>();
            for (int worker = 0; worker < workers; worker++) {
                var random = new Random(SEED + worker);
                running.add(pool.submit(() -> {
                    fuzz(new Words(random, routes, fields, ids), REQUESTS / workers);
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }

        System.out.println("fuzz: " + REQUESTS + " requests, seed " + SEED + ", answers " + statuses);
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet())
                .as("some reach their page, some are refused")
                .contains(200, 302, 400, 403, 404);
    }

    private void fuzz(Words words, int requests) throws IOException, InterruptedException {
        var browsers = new LinkedHashMap<String, RawBrowser>();
        // A visitor, and one person of each role.
        var logins = Stream.concat(Stream.of(""), accounts.onePerRole().stream().map(Actor::login))
                .distinct()
                .toList();
        for (var role : logins) {
            var browser = new RawBrowser(port);
            browser.open("/sign-in");
            browsers.put(role, role.isEmpty() ? browser : browser.signIn(role));
        }
        for (int i = 0; i < requests; i++) {
            var role = words.of(logins);
            var browser = Objects.requireNonNull(browsers.get(role));
            var session = Map.copyOf(browser.cookies);
            var made = words.request(browser);
            var answer = browser.send(made.request());
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() >= 500) {
                failures.putIfAbsent(
                        made.route().method() + " " + made.route().path(),
                        "as " + role + ", " + answer.statusCode() + ": " + made.described());
            }
            browser.cookies.clear();
            browser.cookies.putAll(session);
        }
        browsers.values().forEach(RawBrowser::close);
    }

    /** All routes and those of the passkeys, but what signs in or out, what moves the clock, and the page of errors. */
    private List<Route> routes() {
        var ours = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(
                                path -> (info.getMethodsCondition().getMethods().isEmpty()
                                                ? Stream.of(RequestMethod.GET)
                                                : info.getMethodsCondition().getMethods().stream())
                                        .map(method -> new Route(method, path))));
        var theirs = Stream.of(
                        "/webauthn/register",
                        "/webauthn/register/options",
                        "/login/webauthn",
                        "/webauthn/authenticate/options")
                .map(path -> new Route(RequestMethod.POST, path));
        return Stream.concat(ours, theirs)
                .filter(route -> !route.path().startsWith("/sign-in/as")
                        && !route.path().startsWith("/account")
                        && !route.path().equals("/error")
                        && !route.path().equals("/demonstration/clock"))
                .sorted(java.util.Comparator.comparing(Route::toString))
                .toList();
    }

    /** What fields of forms and parameters of addresses are called anywhere. */
    private static List<String> fields() throws IOException {
        var names = new TreeSet<>(List.of(
                "q",
                "after",
                "before",
                "year",
                "unit",
                "show",
                "page",
                "to",
                "lang",
                "size",
                "on",
                "case",
                "award",
                "payer",
                "programme",
                "code",
                "request",
                "version",
                "act"));
        for (var folder : List.of("src/main/jte", "src/main/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    try {
                        FIELD.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        names.removeAll(List.of("login", "password"));
        return List.copyOf(names);
    }

    private List<String> ids() {
        var ids = new ArrayList<>(List.of(
                NOBODY, "X", "2016", "2017", "0", "-1", "jiaxing-2015-90", "events", "financing", "agreements"));
        for (var table : List.of(
                "registry.space",
                "casework.case_file",
                "notice.notice",
                "award.award",
                "registry.subject",
                "access.appointment")) {
            ids.addAll(jdbc.sql("select id::text from " + table + " order by id limit 12")
                    .query(String.class)
                    .list());
        }
        ids.addAll(jdbc.sql("select number from award.award order by id limit 5")
                .query(String.class)
                .list());
        return ids;
    }

    private record Made(Route route, HttpRequest.Builder request, String described) {}

    /** Makes requests out of one random source. */
    private static final class Words {

        private static final List<String> VALUES = List.of(
                "",
                "a",
                "1",
                "0",
                "-1",
                "1.5",
                "99999999999999999999",
                "2147483648",
                "-2147483649",
                "1e400",
                "1E200000000",
                "NaN",
                "0x10",
                "１２３",
                "true",
                "yes",
                "null",
                "undefined",
                "2016",
                "2016-03-01",
                "2016-13-45",
                "0000-00-00",
                "9999-12-31",
                "+999999999-12-31",
                "-0001-01-01",
                "'",
                "' or 1=1 --",
                "%",
                "_",
                "\\",
                "%%%",
                "<script>alert(1)</script>",
                "${7*7}",
                "=1+1",
                "../../etc/passwd",
                "a b\tc\r\nd",
                "\u0000",
                "a\u0000b",
                "\u0001\u001f",
                "\u200b\u202e",
                "😀",
                "众创空间",
                "é\u0301",
                "\ufffe",
                "events",
                "FINANCING",
                "confirm",
                "drop",
                "close",
                "91330402MA28A0000X",
                "330402199001011234",
                "admin",
                "2017-4F7K-09QM-2XTB-PD31",
                "&",
                "a=b&c=d",
                ";",
                "[]",
                "{}",
                "\"");
        private static final List<String> RAW = List.of(
                "%00",
                "%ff",
                "%c0%80",
                "%ed%a0%80",
                "%f8%88%80%80%80",
                "%E4%B8",
                "%0d%0aX:y",
                "%25",
                "%u4e00".replace("%u", "%25u"));
        private static final List<String> TYPES = List.of(
                "application/json",
                "text/plain",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=cut",
                "multipart/mixed; boundary=cut",
                "application/x-www-form-urlencoded; charset=UTF-7",
                "application/x-www-form-urlencoded; charset=nope",
                "application/octet-stream",
                "x",
                "text/html; charset=\"",
                "application/x-www-form-urlencoded;charset=utf-16");
        private static final List<String> JSON = List.of(
                "{}",
                "",
                "{",
                "[]",
                "null",
                "\"\\ud800\"",
                "{\"publicKey\":{}}",
                "{\"publicKey\":{\"credential\":{}}}",
                "{\"id\":\"a\",\"rawId\":\"a\",\"response\":{},\"type\":\"public-key\"}",
                "{\"publicKey\":{\"credential\":{\"id\":\"a\",\"rawId\":\"!\",\"response\":{\"attestationObject\":\"a\",\"clientDataJSON\":\"a\"},\"type\":\"public-key\"},\"label\":\"x\"}}",
                "[".repeat(2_000),
                "{\"a\":1e999999999}");

        private final Random random;
        private final List<Route> routes;
        private final List<String> fields;
        private final List<String> ids;

        Words(Random random, List<Route> routes, List<String> fields, List<String> ids) {
            this.random = random;
            this.routes = routes;
            this.fields = fields;
            this.ids = ids;
        }

        <T> T of(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private boolean once(int in) {
            return random.nextInt(in) == 0;
        }

        Made request(RawBrowser browser) {
            var route = of(routes);
            var posts = route.method() == RequestMethod.POST;
            var path = path(route.path(), posts) + (once(3) || !posts ? "?" + form(3_000) : "");
            var request = HttpRequest.newBuilder(browser.uri(path));
            var described = new StringBuilder(path);
            if (!once(20)) {
                request.header("X-XSRF-TOKEN", browser.cookies.getOrDefault("XSRF-TOKEN", ""));
            }
            if (once(8)) {
                var header = of(List.of(
                        "Accept",
                        "Accept-Language",
                        "HX-Request",
                        "Range",
                        "If-Modified-Since",
                        "If-None-Match",
                        "X-HTTP-Method-Override",
                        "Origin",
                        "Referer",
                        "X-Forwarded-For",
                        "Accept-Encoding",
                        "Cookie"));
                var value = of(List.of(
                        "*/*;q=",
                        "x",
                        "true",
                        "bytes=9-1",
                        "DELETE",
                        "null",
                        "zz-;q=9",
                        "known-browser=" + "x".repeat(43),
                        "SESSION=!!!; lang=\"",
                        "a/b;c"));
                request.header(header, value);
                described.append(" | ").append(header).append(": ").append(value);
            }
            if (once(40)) {
                request.method(
                        of(List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "REPORT")), BodyPublishers.noBody());
            } else if (posts) {
                var type = route.path().contains("webauthn") && !once(4)
                        ? "application/json"
                        : once(4) ? of(TYPES) : once(3) ? "multipart/form-data; boundary=cut" : RawBrowser.FORM;
                var body = body(type);
                request.header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
                described
                        .append(" | ")
                        .append(type)
                        .append(" | ")
                        .append(new String(body, 0, Math.min(body.length, 1_500), UTF_8));
            } else {
                request.GET();
            }
            return new Made(route, request, described.toString());
        }

        private String path(String pattern, boolean posts) {
            var path = new StringBuilder();
            for (var part : pattern.split("(?=\\{)|(?<=})", -1)) {
                if (!part.startsWith("{")) {
                    path.append(part);
                } else if (once(6)) {
                    path.append(once(3) ? of(RAW) : escaped(of(VALUES).replace("/", "")));
                } else {
                    path.append(
                            part.equals("{pack}") && !once(5)
                                    ? "jiaxing-2015-90"
                                    : posts && !ALONE ? NOBODY : escaped(of(ids)));
                }
            }
            return path.isEmpty() ? "/" : path.toString();
        }

        private String form(int longest) {
            var form = new ArrayList<String>();
            var count = once(50) ? 1_500 : random.nextInt(12);
            for (int i = 0; i < count && form.size() < longest; i++) {
                form.add(escaped(of(fields)) + "=" + value(count > 100 || longest < 10_000));
                if (once(10)) {
                    form.add(form.getLast());
                }
            }
            var text = String.join("&", form);
            return longest < 10_000 && text.length() > longest
                    ? text.substring(0, longest).replaceAll("%.?$", "")
                    : text;
        }

        private String value(boolean brief) {
            return switch (random.nextInt(12)) {
                case 0 -> of(RAW);
                case 1 -> brief ? "x" : escaped("长".repeat(random.nextInt(1, 5_000)));
                case 2 -> brief ? "y" : "9".repeat(random.nextInt(1, 60_000));
                case 3, 4 -> escaped(of(ids));
                default -> escaped(of(VALUES));
            };
        }

        private static String escaped(String text) {
            return java.net.URLEncoder.encode(text, UTF_8).replace("+", "%20");
        }

        private byte[] body(String type) {
            if (type.startsWith("multipart")) {
                return multipart();
            }
            return (type.equals("application/json") ? of(JSON) : form(100_000)).getBytes(UTF_8);
        }

        private byte[] multipart() {
            var body = new StringBuilder();
            var parts = once(30) ? 150 : random.nextInt(6);
            for (int i = 0; i < parts; i++) {
                var file = once(2);
                body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                        .append(file && !once(4) ? "file" : of(fields))
                        .append('"');
                if (file) {
                    body.append("; filename=\"")
                            .append(of(List.of(
                                    "a.pdf",
                                    "../../x.xlsx",
                                    "字".repeat(300),
                                    "a\u0000.pdf",
                                    "",
                                    "con",
                                    "a\".csv",
                                    "x".repeat(9_000))))
                            .append("\"\r\nContent-Type: ")
                            .append(of(List.of("text/csv", "application/pdf", "x", "image/png")));
                }
                body.append("\r\n\r\n")
                        .append(of(VALUES))
                        .append(
                                file
                                        ? of(List.of(
                                                "",
                                                "%PDF-1.7\n",
                                                "PK\u0003\u0004",
                                                "名称,日期\n=1,2016-03-01\n",
                                                "a,b\n".repeat(300),
                                                "<Document>",
                                                "\u0000\u0001"))
                                        : "")
                        .append("\r\n");
            }
            return (body + (once(5) ? "" : "--cut--\r\n")).getBytes(UTF_8);
        }
    }
}
