package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.TestCity;

/** What the log says of requests: one line about each, nothing that anybody typed, and nothing that forges a line. */
@ExtendWith(OutputCaptureExtension.class)
class LogTests extends TestCity {

    private static final String TYPED = "机密🔒typed";

    @LocalServerPort
    private int port;

    @Test
    void whatSomebodyTypedWrongIsOneLineThatQuotesNothingOfIt(CapturedOutput output) throws Exception {
        try (var officer = new RawBrowser(port).signIn("city1")) {
            var value = URLEncoder.encode(TYPED, UTF_8);
            for (var path : List.of(
                    "/notices?after=",
                    "/notices/",
                    "/finance/budget?year=",
                    "/finance/closing?year=",
                    "/assessments/2016?page=",
                    "/directory?q=%00")) {
                assertSilent(path, officer.open(path + value), 400, output);
            }
            assertSilent("a form", officer.post("/notices/" + value + "/objections", "receipt=" + value), 400, output);
        }
    }

    @Test
    void aSignInThatIsMalformedLeavesNeitherNameNorPassword(CapturedOutput output) throws Exception {
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            var value = URLEncoder.encode(TYPED, UTF_8);

            assertSilent(
                    "sign-in",
                    visitor.post("/sign-in", "login=" + value + "%00&password=" + value + "%00"),
                    400,
                    output);
        }
    }

    @Test
    void noCharacterOfAMessageBeginsALineOrRingsABell(CapturedOutput output) {
        LoggerFactory.getLogger("org.zhongchuang.test")
                .warn("typed: {}", "a\n2026-01-01 ERROR forged\r\u0007\u001b[31m\u2028\u0085b");

        assertThat(output.getAll().lines())
                .filteredOn(line -> line.contains("forged"))
                .singleElement()
                .asString()
                .contains("WARN", "typed: a?2026-01-01 ERROR forged???[31m??b")
                .doesNotContain("\u0007", "\u001b", "\u2028", "\u0085");
    }

    /** The line of a request is written when its answer is out already. */
    private static void assertSilent(String what, HttpResponse<String> answer, int status, CapturedOutput output)
            throws InterruptedException {
        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        for (int i = 0; i < 500 && !output.getAll().contains(id); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(output.getAll().lines().filter(line -> line.contains(id)))
                .as(what)
                .singleElement()
                .asString()
                .contains(" INFO ", " " + status + " ");
        assertThat(output.getAll()).as(what).doesNotContain(TYPED, "机密", " ERROR ", "\tat ");
    }
}
