package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Requests that no browser makes: each gets a sentence, costs little and leaves nothing behind. */
class HostileRequestsTests extends TestCity {

    private static final String SOMETHING = "00000000-0000-0000-0000-000000000001";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Throttle throttle;

    @Autowired
    private Accounts accounts;

    @Autowired
    private BeginCase begin;

    @Autowired
    private Spaces spaces;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /assets/..%2f HTTP/1.1",
                "GET /{x} HTTP/1.1",
                "GET / HTTP/9.9",
                "G\u0001T / HTTP/1.1",
                "GET /a\\b HTTP/1.1"
            })
    void whatTheServerAnswersByItselfIsInBothLanguagesAndHasTheHeaders(String line) throws IOException {
        assertSafe(raw(line));
    }

    @Test
    void anAddressOfTwentyKilobytesIsRefusedInTheSameWay() throws IOException {
        assertSafe(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1"));
    }

    private static void assertSafe(String answer) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .contains("content-security-policy: default-src")
                .contains("x-content-type-options: nosniff")
                .contains("x-frame-options: deny")
                .doesNotContain("tomcat", "java.lang");
        assertThat(new String(answer.getBytes(ISO_8859_1), UTF_8)).containsAnyOf("请求", "没有找到", "系统");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/awards?after=",
                "/awards?payer=",
                "/awards?programme=",
                "/awards?q=",
                "/awards.csv?q=",
                "/awards.json?payer=",
                "/directory?q=",
                "/directory.xlsx?q=",
                "/register/spaces?after=",
                "/register/spaces?q=",
                "/register/spaces.xlsx?q=",
                "/verify?code=",
                "/notices/00000000-0000-0000-0000-000000000001?receipt="
            })
    void aNulIsRefusedWithASentence(String path) throws Exception {
        try (var visitor = new RawBrowser(port)) {
            var answer = visitor.open(path + "a%00b");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("这个请求不完整");
        }
    }

    @Test
    void aNulIsRefusedForThoseWhoAreSignedInAsWell() throws Exception {
        try (var officer = new RawBrowser(port).signIn("city1")) {
            for (var path : List.of(
                    "/inbox?q=",
                    "/inbox.xlsx?q=",
                    "/warnings?case=",
                    "/recoveries/new?award=",
                    "/finance/statements?q=")) {
                assertThat(officer.open(path + "a%00b").statusCode()).as(path).isEqualTo(400);
            }
            for (var path : List.of("/grounds/higher", "/recoveries/new", "/warnings/" + SOMETHING, "/what-if")) {
                assertThat(officer.post(path, "subject=a%00b&reason=a%00b").statusCode())
                        .as(path)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void charactersThatNobodySeesAreDropped() throws Exception {
        try (var visitor = new RawBrowser(port)) {
            var answer = visitor.open("/directory?q=" + encoded("众\u0001创\u001F\u007F"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("value=\"众创\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "{",
                "[]",
                "null",
                "{\"publicKey\":{}}",
                "{\"id\":\"\\ud800\",\"response\":{}}",
                "\"x\""
            })
    void anIncompletePasskeyMessageIsTheSendersFault(String json) throws Exception {
        try (var person = new RawBrowser(port).signIn("city1")) {
            for (var path : List.of("/webauthn/register", "/login/webauthn", "/webauthn/register/options")) {
                assertThat(person.post(path, "application/json", json.getBytes(UTF_8))
                                .statusCode())
                        .as(path)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void somebodyElsesDraftAndAPaperThatIsNotAskedForAreRefusedInWords() throws Exception {
        try (var operator = new RawBrowser(port).signIn("op001")) {
            var answer = operator.post("/benefits/draft", "application=" + UUID.randomUUID());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("现在的状态不能这样做");

            var draft = draftOf("op001");
            var files = count("file.stored");
            for (var evidence : List.of("no-such-evidence", "", "a".repeat(3_000), "../lease")) {
                var refused = operator.post(
                        "/applications/" + draft + "/files",
                        "multipart/form-data; boundary=cut",
                        """
                        --cut\r
                        Content-Disposition: form-data; name="file.%s"; filename="a.pdf"\r
                        \r
                        %%PDF-1.7 padding\r
                        --cut--\r
                        """.formatted(evidence).getBytes(UTF_8));
                assertThat(refused.statusCode()).as(evidence).isEqualTo(404);
                assertThat(refused.body()).contains("没有找到");
            }
            assertThat(count("file.stored")).isEqualTo(files);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/receipts", "/sign-in/again", "/grounds/higher"})
    void aFileInThePlaceOfWordsAndABodyThatIsNoFormAreTheSendersFault(String path) throws Exception {
        try (var officer = new RawBrowser(port).signIn("c330402-1")) {
            for (var kind : List.of("multipart/form-data", "multipart/mixed")) {
                for (var field : List.of("receipt", "to", "subject")) {
                    var answer = officer.post(
                            path.formatted(UUID.randomUUID()), kind + "; boundary=cut", """
                            --cut\r
                            Content-Disposition: form-data; name="%s"; filename="x"\r
                            \r
                            x\r
                            --cut--\r
                            """.formatted(field)
                                    .getBytes(UTF_8));
                    assertThat(answer.statusCode()).as("%s as %s", field, kind).isLessThan(500);
                }
            }
        }
    }

    /**
     * Each was answered by 500, or kept and then broke the page that showed it; 200 and 409 are the form again, with
     * words.
     */
    @ParameterizedTest
    @CsvSource({
        "op001, /applications/new, openedOn=-9999-01-01&name=日期众创&address=路1号&introduction=x&kind=MAKER&builder=FIRM&carrier=OTHER&area=330402, 200",
        "city1, /parameters/acceptance_days, from=9999-12-31&value=1&document=测〔2017〕9号&reason=测试理由测试, 409",
        "city1, '/what-if', 'name=花括号&query=programme=space-recognition%26x={b}', 302",
        "op001, /sign-in/as, login=op001&to=/a{b}, 302",
        "administrator, /administration/people, login=nobody&name=某&organisation=某局&role=NOPE&area=330402, 409"
    })
    void whatNoFormOffersIsRefusedOrWrittenPlainly(String login, String path, String form, int right) throws Exception {
        try (var person = new RawBrowser(port).signIn(login)) {
            assertThat(person.post(path, form).statusCode()).isEqualTo(right);
        }
    }

    private CaseId draftOf(String login) {
        var operator = accounts.appointmentsOf(login).getFirst();
        var space = spaces.register(
                operator,
                new Space.Profile(
                        "演示·畸形请求",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        operator.area(),
                        "测试路一号",
                        LocalDate.of(2015, 1, 1),
                        ""));
        return ((Handling.Done) begin.begin(operator, "space-recognition", space))
                .file()
                .id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "x", "😀"})
    void aLongNameOfAFileIsShortenedNotRefused(String sign) throws Exception {
        try (var operator = new RawBrowser(port).signIn("op001")) {
            var name = sign.repeat(sign.equals("x") ? 500 : 300) + ".csv";
            var answer = upload(operator, spaceOf("op001"), name, "没有表头\n一行");

            assertThat(answer).isEqualTo(302);
            assertThat(jdbc.sql("select name from file.stored order by stored_at desc, id limit 1")
                            .query(String.class)
                            .single())
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    private int upload(RawBrowser operator, String space, String name, String content) throws Exception {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--cut--\r\n";
        return operator.post(
                        "/spaces/" + space + "/records/events/import",
                        "multipart/form-data; boundary=cut",
                        body.getBytes(UTF_8))
                .statusCode();
    }

    private String spaceOf(String login) {
        return jdbc.sql("""
                        select s.id::text from registry.space s join access.appointment a on a.organisation = s.operator
                          join access.person p on p.id = a.person where p.login = :login limit 1
                        """).param("login", login).query(String.class).single();
    }

    @Test
    void aRefusedObjectionLeavesNoFileBehind() throws Exception {
        var files = count("file.stored");
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            var notice = jdbc.sql("select id::text from notice.notice where state = 'ENDED' limit 1")
                    .query(String.class)
                    .optional()
                    .orElse(SOMETHING);
            visitor.post(
                    "/notices/" + notice + "/objections", "multipart/form-data; boundary=cut", """
                    --cut\r
                    Content-Disposition: form-data; name="grounds"\r
                    \r
                    z\r
                    --cut\r
                    Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                    \r
                    %PDF-1.7 padding\r
                    --cut--\r
                    """.getBytes(UTF_8));
        }
        assertThat(count("file.stored")).isEqualTo(files);
    }

    @Test
    void objectionsAndReceiptsAreCountedPerAddress() throws Exception {
        var notice = UUID.randomUUID().toString();
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            for (int i = 0; i < 5; i++) {
                throttle.take(Limit.OBJECTION_OF_PAIR, "127.0.0.1 " + notice);
            }
            var answer = visitor.post("/notices/" + notice + "/objections", "name=a");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("异议太多", "后再提交；您填写的内容在下面");

            for (int i = 0; i < 20; i++) {
                throttle.take(Limit.RECEIPT, "127.0.0.1");
            }
            assertThat(visitor.post("/receipts", "receipt=YY2016-000001").statusCode())
                    .isEqualTo(429);
        } finally {
            throttle.forget(Limit.RECEIPT, "127.0.0.1");
        }
    }

    @Test
    void aFormOfAStrangerIsKeptNowhere() throws Exception {
        var sessions = count("spring_session");
        try (var stranger = new RawBrowser(port)) {
            stranger.open("/sign-in");
            var answer = stranger.post("/recoveries/new", "reason=" + "x".repeat(1 << 20));

            assertThat(RawBrowser.location(answer)).isEqualTo("/sign-in?ended");
        }
        assertThat(count("spring_session")).isEqualTo(sessions);
    }

    @Test
    void aFormThatCameTooLateGoesBackToItsSenderOnlyAndWithoutIdentityNumbers() throws Exception {
        try (var browser = new RawBrowser(port).signIn("op001")) {
            assertThat(unsent(browser, "op002")).doesNotContain("只给本人看");
            browser.signIn("op001");
            assertThat(unsent(browser, "op001")).contains("只给本人看").doesNotContain("330402199001011234");
        }
    }

    private static String unsent(RawBrowser browser, String next) throws Exception {
        browser.cookies.remove("SESSION");
        var late = browser.post(
                "/spaces/" + SOMETHING + "/change", "reason=" + encoded("只给本人看") + "&wanted=330402199001011234");
        assertThat(RawBrowser.location(late)).isEqualTo("/sign-in?unsent");
        browser.post("/sign-in/as", "login=" + next);
        return browser.open("/sign-in/unsent").body();
    }

    @Test
    void wrongPasswordsForOneAccountKeepNobodyElseOutNorItsOwnersBrowser() throws Exception {
        try (var owner = new RawBrowser(port).signIn("op003");
                var stranger = new RawBrowser(port);
                var colleague = new RawBrowser(port)) {
            stranger.open("/sign-in");
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 6; i++) {
                statuses.add(stranger.post("/sign-in", "login=op003&password=wrong" + i)
                        .statusCode());
            }
            assertThat(statuses).containsExactly(302, 302, 302, 302, 302, 429);

            colleague.open("/sign-in");
            assertThat(RawBrowser.location(colleague.post("/sign-in", "login=op004&password=demo")))
                    .isEqualTo("/desk");
            owner.cookies.remove("SESSION");
            assertThat(RawBrowser.location(owner.post("/sign-in", "login=op003&password=demo")))
                    .isEqualTo("/desk");
        } finally {
            throttle.forget(Limit.SIGN_IN_OF_PAIR, "op003 127.0.0.1");
            throttle.forget(Limit.SIGN_IN_OF_ACCOUNT, "op003");
            throttle.forget(Limit.SIGN_IN_AT_ADDRESS, "127.0.0.1");
        }
    }

    @Test
    void aYearThatNobodyNamedIsNotClosed() throws Exception {
        try (var operator = new RawBrowser(port).signIn("op001")) {
            var space = spaceOf("op001");
            assertThat(operator.post("/spaces/" + space + "/figures", "").statusCode())
                    .isEqualTo(400);
            assertThat(operator.post("/spaces/" + space + "/figures", "act=close")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(operator.post("/spaces/" + space + "/figures", "year=2016")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(operator.post("/spaces/" + space + "/figures", "act=close&year=0")
                            .body())
                    .contains("不能关账");
        }
        assertThat(jdbc.sql("select count(*) from figure.statement where year not between 1949 and 2200")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aBodyOfNoKindThatIsAskedForIsBounded() throws Exception {
        try (var visitor = new RawBrowser(port)) {
            visitor.open("/sign-in");
            assertThat(visitor.post("/login/webauthn", "application/json", new byte[300 << 10])
                            .statusCode())
                    .isEqualTo(413);
            var chunked = HttpRequest.newBuilder(visitor.uri("/login/webauthn"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(java.io.InputStream::nullInputStream));
            assertThat(visitor.send(chunked).statusCode()).isEqualTo(411);
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
