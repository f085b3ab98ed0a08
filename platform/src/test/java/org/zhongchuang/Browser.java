package org.zhongchuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhongchuang.access.Actor;

/** A browser of the plainest kind: it keeps its cookies and sends the token with each form. */
public final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TreeMap<String, String> cookies = new TreeMap<>();
    private final int port;
    private String body = "";

    public Browser(int port) {
        this.port = port;
    }

    /** One in which somebody is signed in and acts under that appointment. */
    public static Browser of(int port, Actor actor) throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.open("/sign-in");
        assertThat(browser.post("/sign-in/as", Map.of("login", actor.login()))).isEqualTo(302);
        browser.open("/verify");
        browser.post("/account/role", Map.of("appointment", actor.appointment().toString()));
        return browser;
    }

    public int open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public int post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** What the last answer said. */
    public String body() {
        return body;
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
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            var pair = cookie.split(";", -1)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        body = answer.body();
        return answer.statusCode();
    }
}
