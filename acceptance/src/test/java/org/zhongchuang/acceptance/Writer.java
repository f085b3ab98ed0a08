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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Somebody who works over HTTP without a browser, and who knows the difference between an answer and none: what was
 * answered has happened, what was not may have.
 */
final class Writer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 60;

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

    /** Signs in anew, as often as it takes while so many do. */
    void signsIn() throws InterruptedException {
        for (var tried = 0; tried < TRIES; tried++) {
            cookies.clear();
            if (opens("/sign-in").isPresent()
                    && posts("/sign-in/as", Map.of("login", login)).isPresent()
                    && opens("/desk").isPresent()) {
                return;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException(login + " was not let in");
    }

    /** A page, unless there was no answer or another than this page. */
    Optional<String> opens(String path) throws InterruptedException {
        return looksAt(path).filter(answer -> answer.statusCode() == 200).map(HttpResponse::body);
    }

    /** Whatever an address answers, unless nothing does. */
    Optional<HttpResponse<String>> looksAt(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** Reads in a language, {@code zh} or {@code en}, from now on. */
    void reads(String language) {
        cookies.put("lang", language);
    }

    /** Where an act led to; nothing if it was not acknowledged. */
    Optional<String> posts(String path, Map<String, String> form) throws InterruptedException {
        return act(form(path, form));
    }

    /** The page that an act was answered with; nothing if it was not acknowledged. */
    Optional<String> asks(String path, Map<String, String> form) throws InterruptedException {
        return sendForm(form(path, form))
                .filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Hands in a paper; where that led to, if it was acknowledged. */
    Optional<String> uploads(String path, String evidence, String name, byte[] content) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes("""
                --x\r
                Content-Disposition: form-data; name="file.%s"; filename="%s"\r
                \r
                """.formatted(evidence, name).getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        return act(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Optional<String> act(HttpRequest.Builder request) throws InterruptedException {
        return sendForm(request)
                .filter(answer -> answer.statusCode() == 302)
                .flatMap(answer -> answer.headers().firstValue("Location"))
                .map(address -> address.replaceFirst("https?://[^/]+", ""))
                .filter(address -> !address.startsWith("/sign-in"));
    }

    private Optional<HttpResponse<String>> sendForm(HttpRequest.Builder request) throws InterruptedException {
        return send(request.header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", "")));
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
