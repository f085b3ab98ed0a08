package org.zhongchuang.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody who works over HTTP without a browser, and who knows the difference between an answer and none: what was
 * answered has happened, what was not may have.
 */
final class Writer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final RunningCity city;
    private final String login;
    private final Map<String, String> cookies = new TreeMap<>();

    Writer(HttpClient http, RunningCity city, String login) {
        this.http = http;
        this.city = city;
        this.login = login;
    }

    String login() {
        return login;
    }

    /** Signs in anew; false if nobody answered. */
    boolean signsIn() throws InterruptedException {
        cookies.clear();
        return opens("/sign-in").isPresent()
                && posts("/sign-in/as", Map.of("login", login)).isPresent()
                && opens("/desk").isPresent();
    }

    /** A page, unless there was no answer or another than this page. */
    Optional<String> opens(String path) throws InterruptedException {
        return send(request(path).GET())
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    /** Where an act led to; nothing if it was not acknowledged. */
    Optional<String> posts(String path, Map<String, String> form) throws InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return act(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Hands in a paper; where that led to, if it was acknowledged. */
    Optional<String> uploads(String path, String evidence, String name, byte[] content) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes("""
                --x\r
                Content-Disposition: form-data; name="evidence"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                \r
                """.formatted(evidence, name).getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        return act(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Optional<String> act(HttpRequest.Builder request) throws InterruptedException {
        request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        return send(request)
                .filter(answer -> answer.statusCode() == 302)
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .map(address -> address.replaceFirst("https?://[^/]+", ""));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(city.at(path))).timeout(PATIENCE);
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) throws InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(header -> {
                var pair = header.substring(0, header.indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            return Optional.of(answer);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
