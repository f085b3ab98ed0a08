package org.zhongchuang;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A browser of the plainest kind: it keeps its cookies, sends the token with each form and follows nothing by itself.
 */
public final class PlainBrowser implements AutoCloseable {

    private static final String TOKEN = "XSRF-TOKEN";

    private final HttpClient http;
    private final Map<String, String> cookies = new TreeMap<>();
    private String site;

    private PlainBrowser(HttpClient.Builder http, String site) {
        this.http = http.build();
        this.site = site;
    }

    public static PlainBrowser at(String site) {
        return new PlainBrowser(HttpClient.newBuilder(), site);
    }

    /** One that comes from a certain address of this machine and may trust a certificate made for a test. */
    public static PlainBrowser at(String site, InetAddress from, @Nullable SSLContext trusting) {
        var http = HttpClient.newBuilder().localAddress(from).version(HttpClient.Version.HTTP_1_1);
        return new PlainBrowser(trusting == null ? http : http.sslContext(trusting), site);
    }

    /** Goes on with the same cookies at another node. */
    public PlainBrowser movesTo(String other) {
        site = other;
        return this;
    }

    public PlainBrowser signsIn(String login) {
        opens("/sign-in");
        posts("/sign-in/as", Map.of("login", login));
        opens("/desk");
        return this;
    }

    public HttpResponse<String> opens(String path) {
        return send(request(path).GET());
    }

    /** Opens a page and claims to come from elsewhere. */
    public HttpResponse<String> opensClaiming(String path, String address) {
        return send(request(path)
                .header("X-Forwarded-For", address)
                .header("X-Forwarded-Proto", "https")
                .GET());
    }

    public HttpResponse<String> posts(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file with the fields of its form. */
    public HttpResponse<String> uploads(String path, Map<String, String> fields, String name, byte[] content) {
        return uploads(path, fields, Map.of(name, content));
    }

    /** Sends several files of one field at once, by their names. */
    public HttpResponse<String> uploads(String path, Map<String, String> fields, Map<String, byte[]> files) {
        return uploadsInto(path, fields, Map.of("file", files));
    }

    /** Sends files of several fields at once: by field, then by their names. */
    public HttpResponse<String> uploadsInto(
            String path, Map<String, String> fields, Map<String, Map<String, byte[]>> files) {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (field, value) -> body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field, value)
                        .getBytes(UTF_8)));
        files.forEach((field, chosen) -> chosen.forEach((name, content) -> {
            body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                    .formatted(field, name)
                    .getBytes(UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(UTF_8));
        }));
        body.writeBytes("--x--\r\n".getBytes(UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-XSRF-TOKEN", token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The value of a cookie, under whatever prefix it is kept. */
    public String cookie(String name) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie in place as somebody who can write cookies would. */
    public void plants(String name, String value) {
        cookies.put(name, value);
    }

    /** The names as the server gave them. */
    public List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }

    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public String token() {
        return cookie(TOKEN);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(site + path));
    }

    /** Takes a file along as its bytes. */
    public byte[] downloads(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            var answer = http.send(request.build(), body);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.substring(0, header.indexOf(';')).split("=", 2);
        if (header.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
