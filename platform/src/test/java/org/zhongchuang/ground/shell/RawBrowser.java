package org.zhongchuang.ground.shell;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Sends whatever bytes a test has made up: it keeps its cookies and sends the token with each form. */
final class RawBrowser implements AutoCloseable {

    static final String FORM = "application/x-www-form-urlencoded";

    final TreeMap<String, String> cookies = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    RawBrowser(int port) {
        this.port = port;
    }

    /** In a demonstration, by one click. */
    RawBrowser signIn(String login) throws IOException, InterruptedException {
        open("/sign-in");
        post("/sign-in/as", "login=" + login);
        open("/verify");
        return this;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return post(path, FORM, form.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
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
        return answer;
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.replaceAll("^https?://[^/]+", ""))
                .orElse("");
    }

    @Override
    public void close() {
        http.close();
    }
}
