package org.zhongchuang.ground.audit;

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

/** A browser of the plainest kind: it keeps its cookies, sends the token with each form and follows nothing. */
final class Caller implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TreeMap<String, String> cookies = new TreeMap<>();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    /** Somebody signed in with one click. */
    static Caller as(int port, String login) throws IOException, InterruptedException {
        var caller = new Caller(port);
        caller.open("/sign-in");
        caller.post("/sign-in/as", Map.of("login", login));
        return caller;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var fields = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    void forgetToken() {
        cookies.remove("XSRF-TOKEN");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            var pair = cookie.split(";", -1)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
