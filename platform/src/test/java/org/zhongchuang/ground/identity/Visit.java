package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A browser of the plainest kind: it keeps its cookies, sends the token with each form, and follows nothing by itself.
 */
final class Visit {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TreeMap<String, String> cookies = new TreeMap<>();
    private final int port;

    int status;
    String location = "";
    String body = "";

    Visit(int port) {
        this.port = port;
    }

    Visit open(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    Visit send(String path, Map<String, String> form) {
        if (cookies.getOrDefault("XSRF-TOKEN", "").isEmpty()) {
            // A sign-in takes the token away; any page with a form brings a new one.
            open("/sign-in");
        }
        var typed = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(HttpRequest.BodyPublishers.ofString(typed)));
    }

    /** Sends a file in a form. */
    Visit upload(String path, String field, String content) {
        open("/sign-in");
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(HttpRequest.BodyPublishers.ofString("""
                        --edge\r
                        Content-Disposition: form-data; name="%s"; filename="sent.csv"\r
                        \r
                        %s\r
                        --edge--\r
                        """.formatted(field, content))));
    }

    Visit signIn(String login, String password) {
        return open("/sign-in").send("/sign-in", Map.of("login", login, "password", password));
    }

    /** Opens where the last answer led. */
    Visit follow() {
        return open(location);
    }

    String sessionCookie() {
        return cookies.getOrDefault("SESSION", "");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Visit send(HttpRequest.Builder request) {
        request.header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                var pair = cookie.split(";", -1)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            status = answer.statusCode();
            location = answer.headers()
                    .firstValue("Location")
                    .map(to -> to.replaceAll("^https?://[^/]+", ""))
                    .orElse("");
            body = answer.body();
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
