package org.zhongchuang.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.PersonId;

/** What gets somebody in, at or out is written down by itself. */
class TracesTests extends TestCity {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FrequentActs frequent;

    @LocalServerPort
    private int port;

    private long before;

    /** A row as it was written. */
    private record Row(
            Optional<PersonId> person, String act, String subject, String detail, String source, int times) {}

    @BeforeEach
    void rememberWhereTheRecordEnds() {
        frequent.settle();
        before = jdbc.sql("select coalesce(max(id), 0) from audit.entry")
                .query(Long.class)
                .single();
    }

    @Test
    void aSignInWithAPasswordAndASignOutAreWrittenDown() throws Exception {
        try (var caller = new Caller(port)) {
            caller.open("/sign-in");
            caller.post("/sign-in", Map.of("login", "city1", "password", "demo"));
            caller.open("/desk");
            caller.post("/sign-out", Map.of());
        }

        var city = accounts.personWith("city1").orElseThrow();
        assertThat(acts()).containsSubsequence("sign-in.password", "sign-out");
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.person()).contains(city);
            assertThat(row.source()).matches("[0-9a-f]{16}");
        });
    }

    @Test
    void aSignInWithOneClickAndAChangeOfRoleAreWrittenDown() throws Exception {
        try (var caller = Caller.as(port, "city1")) {
            var appointment = accounts.appointmentsOf("city1").getFirst().appointment();
            caller.open("/verify");
            caller.post("/account/role", Map.of("appointment", appointment.toString()));
        }

        assertThat(acts()).containsExactly("sign-in.demonstration", "session.role");
    }

    @Test
    void aWrongPasswordIsWrittenWithTheAccountAndNothingThatWasTyped() throws Exception {
        try (var caller = new Caller(port)) {
            caller.open("/sign-in");
            caller.post("/sign-in", Map.of("login", "expert02", "password", "hunter2-secret"));
            caller.post("/sign-in", Map.of("login", "my-own-password", "password", "x"));
        }

        assertThat(acts()).containsExactly("sign-in.failed", "sign-in.failed-unknown");
        assertThat(rows().getFirst().person()).isEqualTo(accounts.personWith("expert02"));
        assertThat(rows().toString()).doesNotContain("hunter2").doesNotContain("my-own-password");
    }

    @Test
    void refusalsAreWrittenOnceAMinuteAndTheRestIsCounted() throws Exception {
        try (var caller = Caller.as(port, "op001")) {
            for (int i = 0; i < 25; i++) {
                assertThat(caller.open("/administration/people").statusCode()).isEqualTo(403);
            }
        }
        frequent.settle();

        var refusals =
                rows().stream().filter(row -> row.act().equals("refused.page")).toList();
        assertThat(refusals).hasSizeBetween(2, 4);
        assertThat(refusals.stream().mapToInt(Row::times).sum()).isEqualTo(25);
        assertThat(refusals.getFirst().subject()).isEqualTo("/administration/people");
    }

    @Test
    void whoAsksForWhatIsNotTheirsOrNotThereIsWrittenDown() throws Exception {
        try (var caller = Caller.as(port, "op001")) {
            assertThat(caller.open("/cases/ZC2099-00001").statusCode()).isEqualTo(404);
        }

        assertThat(acts()).contains("refused.thing");
    }

    @Test
    void aFormWithoutItsTokenIsWrittenDown() throws Exception {
        try (var caller = Caller.as(port, "op001")) {
            caller.forgetToken();
            assertThat(caller.post("/account/role", Map.of("appointment", "x")).statusCode())
                    .isEqualTo(403);
        }

        assertThat(acts()).contains("refused.token");
    }

    @Test
    void anExportIsWrittenWithItsFiltersAndRows() throws Exception {
        try (var caller = Caller.as(port, "city1")) {
            assertThat(caller.open("/inbox.xlsx?show=all&q=%E6%96%B0%E8%8A%BD").statusCode())
                    .isEqualTo(200);
        }

        var export = rows().stream()
                .filter(row -> row.act().equals("export"))
                .findFirst()
                .orElseThrow();
        assertThat(export.subject()).isEqualTo("/inbox.xlsx");
        assertThat(export.detail()).matches("rows=\\d+ show=all&q=新芽");
        assertThat(export.person()).isEqualTo(accounts.personWith("city1"));
    }

    @Test
    void whatComesFromOutsideStandsInOneHarmlessLine() throws IOException {
        assertThat(Plain.text("a\nb\u0000c\u202Ed", 100)).isEqualTo("a\\u000Ab\\u0000c\\u202Ed");
        assertThat(Plain.text("x".repeat(300), 200)).hasSize(200).endsWith("…");
        assertThat(Plain.text("众".repeat(200), 200)).isEqualTo("众".repeat(200));
        assertThat(Plain.text("\uD800", 10)).isEqualTo("\\uD800");
        assertThat(Plain.text("\n".repeat(40), 200))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("…");
    }

    private List<String> acts() {
        return rows().stream().map(Row::act).toList();
    }

    private List<Row> rows() {
        return jdbc.sql(
                        "select person, act, subject, detail, source, times from audit.entry where id > :before order by id")
                .param("before", before)
                .query((row, _) -> new Row(
                        Optional.ofNullable(row.getObject(1, UUID.class)).map(PersonId::new),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6)))
                .list();
    }
}
