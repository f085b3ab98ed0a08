package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.SecondNode;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.calendar.SharedClock;

/** Two nodes on one database, with the files and the keys between them: whichever answers, it is one city. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests extends TestCity {

    private static final byte[] PDF = "%PDF-1.7\nzwei Knoten\n%%EOF\n".getBytes(UTF_8);

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private DemonstrationTime time;

    @Autowired
    private CityClock clock;

    @Autowired
    private SharedClock shared;

    @LocalServerPort
    private int port;

    private SecondNode other;

    @BeforeAll
    void start() {
        other = SecondNode.start(environment, List.of());
    }

    @AfterAll
    void stop() {
        other.close();
    }

    @Test
    void whoSignedInOnOneIsSignedInOnTheOther() {
        try (var person = PlainBrowser.at(here()).signsIn("op002").movesTo(there())) {
            assertThat(person.opens("/desk").statusCode()).isEqualTo(200);
            assertThat(person.posts("/sign-out", Map.of()).statusCode()).isEqualTo(302);
            assertThat(person.movesTo(here()).opens("/desk").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aPaperHandedInOnOneIsReadOnTheOther() {
        try (var person = PlainBrowser.at(here()).signsIn("op002")) {
            var draft = person.posts(
                            "/applications/new",
                            Map.of(
                                    "name", "演示·两个节点",
                                    "openedOn", "2015-09-01",
                                    "address", "南湖区测试路10号",
                                    "kind", "MAKER",
                                    "builder", "FIRM",
                                    "carrier", "OTHER",
                                    "area", "330402"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            person.uploadsInto(path(draft) + "/files", Map.of(), Map.of("file.lease", Map.of("两个节点.pdf", PDF)));

            var page = person.movesTo(there()).opens(path(draft)).body();
            var link = page.replaceAll("(?s).*href=\"(/[^\"]*/files/[^\"]*)\".*", "$1");

            assertThat(page).contains("两个节点.pdf");
            assertThat(person.opens(link).body()).isEqualTo(new String(PDF, UTF_8));
        }
    }

    @Test
    void bothSignWithTheSameKey() {
        try (var here = PlainBrowser.at(here());
                var there = PlainBrowser.at(there())) {
            assertThat(here.opens("/decisions/key").body())
                    .isNotEmpty()
                    .isEqualTo(there.opens("/decisions/key").body());
        }
    }

    @Test
    void theClockPushedOnOneIsSeenByTheOther() {
        var before = LocalDateTime.now(clock);
        var tomorrow = before.toLocalDate().plusDays(1);
        try {
            other.bean(DemonstrationTime.class).setTo(tomorrow, LocalTime.of(9, 0));
            other.bean(DemonstrationTime.class).remember();
            shared.follow();

            assertThat(LocalDate.now(clock)).isEqualTo(tomorrow);
        } finally {
            time.setTo(before.toLocalDate(), before.toLocalTime());
            time.remember();
            other.bean(SharedClock.class).follow();
        }
        assertThat(LocalDate.now(other.bean(CityClock.class))).isEqualTo(LocalDate.now(clock));
    }

    private String here() {
        return "http://localhost:" + port;
    }

    private String there() {
        return "http://localhost:" + other.port();
    }

    private static String path(String address) {
        return address.replaceFirst("https?://[^/]+", "");
    }
}
