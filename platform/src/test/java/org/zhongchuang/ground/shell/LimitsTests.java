package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.ServedCity;
import org.zhongchuang.ground.access.KnownBrowsers;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;

/** Whoever does something too often is told so in their language, with when to come back, and keeps what they typed. */
class LimitsTests extends ServedCity {

    private static final String HERE = "127.0.0.1";
    private static final Pattern SENT_AGAIN =
            Pattern.compile("(?s)<form method=\"post\" action=\"([^\"]*)\".*?</form>");

    @LocalServerPort
    private int port;

    @Autowired
    private Throttle throttle;

    @Autowired
    private KnownBrowsers browsers;

    private final String notice = UUID.randomUUID().toString();
    private Optional<Limit> emptied = Optional.empty();
    private String key = "";

    @AfterEach
    void fillAgain() {
        emptied.ifPresent(limit -> throttle.forget(limit, key));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSENT_FORM")
    void isSaidInTheReadersLanguageWithWhenToComeBack(Limit limit) throws Exception {
        try (var visitor = new RawBrowser(port)) {
            for (var language : new String[] {"zh", "en"}) {
                visitor.open("/sign-in?lang=" + language);
                var answer = beyond(limit, visitor);

                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers()
                                .firstValue("Retry-After")
                                .map(Integer::parseInt)
                                .orElseThrow())
                        .isBetween(1, 86_401);
                var text = limit.text();
                var title = language.equals("zh") ? "试得太多了，请稍等" : "Too many tries, please wait";
                assertThat(answer.body())
                        .contains("<html lang=\"" + language, title, language.equals("zh") ? text.zh() : text.en())
                        .doesNotContain(language.equals("zh") ? text.en() : text.zh());
            }
        }
    }

    @Test
    void whatWasTypedStandsOnThePageAndIsSentAgainFromThere() throws Exception {
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            empty(Limit.OBJECTION_TO_NOTICE, notice);

            var refused = visitor.post(
                    objections(),
                    "name=" + encoded("王\"某某") + "&contact=13800000000&grounds=" + encoded("<b>场地与申报材料不符</b>"));

            assertThat(refused.statusCode()).isEqualTo(429);
            var form =
                    SENT_AGAIN.matcher(refused.body().substring(refused.body().indexOf("problem-code")));
            assertThat(form.find()).isTrue();
            assertThat(form.group(1)).isEqualTo(objections());
            assertThat(form.group())
                    .contains("王\"某某", "13800000000", "&lt;b&gt;场地与申报材料不符&lt;/b&gt;", "name=\"_csrf\"")
                    .doesNotContain("<b>");
            assertThat(refused.body()).contains("您填写的内容在下面");
        }
    }

    @Test
    void whoIsMadeToWaitForOthersUsesUpNothingOfTheirOwn() throws Exception {
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            empty(Limit.OBJECTION_TO_NOTICE, notice);
            for (int i = 0; i < 7; i++) {
                assertThat(visitor.post(objections(), "name=x").statusCode()).isEqualTo(429);
            }
            throttle.forget(Limit.OBJECTION_TO_NOTICE, notice);

            // There is no such notice, which only who need not wait is told.
            assertThat(visitor.post(objections(), "name=x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPasswordIsNeverAmongWhatStandsThere() throws Exception {
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            empty(Limit.SIGN_IN_OF_PAIR, "op010 " + HERE);

            var refused = visitor.post("/sign-in", "login=op010&password=hunter2-secret&name=x");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).doesNotContain("hunter2-secret");
        }
    }

    /** Does once more what that limit counts; a new limit does not compile before it stands here. */
    private HttpResponse<String> beyond(Limit limit, RawBrowser visitor) throws Exception {
        return switch (limit) {
            case SIGN_IN_OF_PAIR -> signIn(limit, "op010 " + HERE, visitor);
            case SIGN_IN_OF_ACCOUNT -> signIn(limit, "op010", visitor);
            case SIGN_IN_AT_ADDRESS -> signIn(limit, HERE, visitor);
            case SIGN_IN_OF_BROWSER -> {
                var word = browsers.remember("op010", null);
                visitor.cookies.put(SignInBrake.COOKIE, word);
                yield signIn(limit, "op010 " + word, visitor);
            }
            case OBJECTION_OF_PAIR -> object(limit, HERE + " " + notice, visitor);
            case OBJECTION_AT_ADDRESS, OBJECTION_BYTES_AT_ADDRESS -> object(limit, HERE, visitor);
            case OBJECTION_TO_NOTICE, OBJECTION_BYTES_TO_NOTICE -> object(limit, notice, visitor);
            case FIRST_ADMINISTRATOR -> {
                empty(limit, HERE);
                yield visitor.open("/first-administrator/none");
            }
            case RECEIPT -> {
                empty(limit, HERE);
                yield visitor.post("/receipts", "receipt=YY2016-000001");
            }
            case EXPORT -> {
                empty(limit, "visitors " + HERE);
                yield visitor.open("/awards.csv");
            }
            case UPLOAD -> {
                empty(limit, "visitors " + HERE);
                yield visitor.post(objections(), "multipart/form-data; boundary=cut", evidence());
            }
            case UNSENT_FORM ->
                throw new IllegalArgumentException("a form is then not kept, and nobody is told to wait");
        };
    }

    private HttpResponse<String> signIn(Limit limit, String who, RawBrowser visitor) throws Exception {
        empty(limit, who);
        return visitor.post("/sign-in", "login=op010&password=wrong");
    }

    private HttpResponse<String> object(Limit limit, String who, RawBrowser visitor) throws Exception {
        empty(limit, who);
        return visitor.post(objections(), "multipart/form-data; boundary=cut", evidence());
    }

    private static byte[] evidence() {
        return """
                --cut\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                \r
                %%PDF-1.7 %s\r
                --cut--\r
                """.formatted("padding".repeat(1 << 18)).getBytes(UTF_8);
    }

    private String objections() {
        return "/notices/" + notice + "/objections";
    }

    /** Takes what is left in a bucket, by halves. */
    private void empty(Limit limit, String who) {
        emptied = Optional.of(limit);
        key = who;
        for (long tokens = 1L << 30; tokens > 0; tokens /= 2) {
            while (throttle.take(limit, who, tokens).isEmpty()) {
                // One more of that size.
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
