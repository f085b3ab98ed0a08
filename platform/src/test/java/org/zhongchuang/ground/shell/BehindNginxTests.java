package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.SecondNode;
import org.zhongchuang.TestCity;

/** A city's site as people meet it: TLS ends at a proxy in front. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindNginxTests extends TestCity {

    @TempDir
    private static Path folder;

    @Autowired
    private ConfigurableEnvironment environment;

    private SecondNode node;
    private Nginx nginx;

    @BeforeAll
    void start() throws Exception {
        node = SecondNode.start(
                environment,
                List.of("zhongchuang.outside.address=https://localhost", "zhongchuang.outside.proxies=127.0.0.1/32"),
                Seen.class);
        nginx = Nginx.before(folder, node.port());
    }

    @AfterAll
    void stop() {
        nginx.close();
        node.close();
    }

    @Test
    void cookiesAreKeptToTlsAndToThisHost() {
        try (var visitor = visitor("127.0.0.5")) {
            var page = visitor.opens("/sign-in");
            var signedIn = visitor.posts("/sign-in/as", Map.of("login", "op001"));

            assertThat(signedIn.statusCode()).isEqualTo(302);
            assertThat(visitor.cookieNames()).allMatch(name -> name.startsWith("__Host-"));
            assertThat(visitor.cookieNames()).contains("__Host-SESSION");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
            assertThat(signedIn.headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
    }

    @Test
    void browsersAreToldToStayWithTlsAndARedirectKeepsToIt() {
        try (var visitor = visitor("127.0.0.5")) {
            var home = visitor.opens("/");
            var refused = visitor.opens("/desk");

            assertThat(home.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
            assertThat(home.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("base-uri 'none'", "default-src 'self'");
            assertThat(home.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(home.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(home.headers().firstValue("Permissions-Policy").orElse(""))
                    .contains("camera=()");
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location").orElse(""))
                    .matches("(%s)?/sign-in\\?to=.*".formatted(nginx.site()));
        }
    }

    @Test
    void anUploadOfTheLargestSizeArrives() {
        try (var visitor = visitor("127.0.0.5").signsIn("op001")) {
            var begun = visitor.posts(
                    "/applications/new",
                    Map.of(
                            "name", "演示·代理空间",
                            "openedOn", "2015-09-01",
                            "address", "南湖区测试路9号",
                            "kind", "MAKER",
                            "builder", "FIRM",
                            "carrier", "OTHER",
                            "area", "330402"));
            var draft = begun.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
            var paper = new byte[20 << 20];
            System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, paper, 0, 9);

            var kept =
                    visitor.uploadsInto(draft + "/files", Map.of(), Map.of("file.lease", Map.of("lease.pdf", paper)));

            assertThat(kept.statusCode()).isEqualTo(302);
            assertThat(visitor.opens(draft).body()).contains("lease.pdf");
        }
    }

    @Test
    void theVisitorsAddressIsTheOneTheProxySawWhateverTheVisitorClaims() {
        try (var visitor = visitor("127.0.0.77")) {
            visitor.opens("/verify?seen=through-the-proxy");
        }
        try (var direct =
                PlainBrowser.at("http://127.0.0.1:" + node.port(), InetAddress.ofLiteral("127.0.0.78"), null)) {
            direct.opensClaiming("/verify?seen=past-the-proxy", "10.9.9.9");
        }

        assertThat(node.bean(Seen.class).by("through-the-proxy")).containsExactly("127.0.0.77 https");
        assertThat(node.bean(Seen.class).by("past-the-proxy")).containsExactly("127.0.0.78 http");
    }

    @Test
    void aSlowVisitorOccupiesTheProxyAndNotTheApplication() throws Exception {
        var seen = node.bean(Seen.class);
        try (var slow = nginx.connect();
                var quick = visitor("127.0.0.5")) {
            var out = slow.getOutputStream();
            out.write("""
                    POST /sign-in?seen=slowly HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 10\r
                    Connection: close\r
                    \r
                    login=""".getBytes(UTF_8));
            out.flush();
            assertThat(quick.opens("/verify?seen=meanwhile").statusCode()).isEqualTo(200);
            assertThat(seen.by("meanwhile")).hasSize(1);
            assertThat(seen.by("slowly")).isEmpty();

            out.write("op01".getBytes(UTF_8));
            out.flush();
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 403");
            assertThat(seen.by("slowly")).hasSize(1);
        }
    }

    private PlainBrowser visitor(String from) {
        return PlainBrowser.at(nginx.site(), InetAddress.ofLiteral(from), nginx.trusting());
    }

    /** What the application takes each request to be. */
    static class Seen {

        private final Queue<String> requests = new ConcurrentLinkedQueue<>();

        @Bean
        FilterRegistrationBean<Filter> noting() {
            var first = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                if (request instanceof HttpServletRequest asked) {
                    requests.add(
                            "%s %s %s".formatted(asked.getQueryString(), asked.getRemoteAddr(), asked.getScheme()));
                }
                chain.doFilter(request, response);
            });
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return first;
        }

        List<String> by(String mark) {
            return requests.stream()
                    .filter(one -> one.startsWith("seen=" + mark + " "))
                    .map(one -> one.substring(one.indexOf(' ') + 1))
                    .toList();
        }
    }
}
