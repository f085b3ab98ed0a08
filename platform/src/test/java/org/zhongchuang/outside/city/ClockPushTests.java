package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.calendar.DemonstrationTime;

/** Pushing the clock of the demonstration: a day is over when it answers, weeks show how far they have come. */
class ClockPushTests extends TestCity {

    private static final String CLOCK = "/demonstration/clock";

    @Autowired
    private DemonstrationTime time;

    @Autowired
    private CityClock clock;

    @LocalServerPort
    private int port;

    @Test
    void aDayIsOverWhenThePushIsAnswered() {
        var today = LocalDate.now(clock);
        try (var visitor = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var answer = visitor.posts(CLOCK, Map.of("by", "day", "back", "/targets"));
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/targets");
        }
        assertThat(LocalDate.now(clock)).isEqualTo(today.plusDays(1));
        assertThat(clock.heading()).isEmpty();
    }

    @Test
    void weeksAreDoneInTheBackgroundAndThePageSaysWhichDayItIsAndRefusesAnotherPush() {
        var today = LocalDate.now(clock);
        try (var visitor = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            // Whoever holds the time holds up the push before its first day.
            var held = time;
            synchronized (held) {
                var answer = visitor.posts(CLOCK, Map.of("by", "week", "back", "/targets?year=2017"));
                var progress = answer.headers().firstValue("Location").orElse("");
                assertThat(progress).contains(CLOCK, "back=").doesNotContain("refused");

                var page = visitor.opens(progress.substring(progress.indexOf(CLOCK)));
                assertThat(page.headers().firstValue("Refresh")).isPresent();
                assertThat(page.body())
                        .contains("演示时钟正在推进", "data-clock=\"" + today + "\"", "正在推到", "/targets?year=2017");

                var another = visitor.posts(CLOCK, Map.of("by", "day", "back", "/targets"));
                var refused = another.headers().firstValue("Location").orElse("");
                assertThat(refused).contains("refused=true");
                assertThat(visitor.opens(refused.substring(refused.indexOf(CLOCK)))
                                .body())
                        .contains("没有再推");
            }
            time.pushTo(today.plusWeeks(1));
            while (clock.heading().isPresent()) {
                Thread.onSpinWait();
            }
            assertThat(LocalDate.now(clock)).isEqualTo(today.plusWeeks(1));
            assertThat(visitor.opens(CLOCK + "?back=%2Ftargets")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/targets");
            assertThat(visitor.opens("/targets").body()).contains("过四周").doesNotContain("正在推到");
        }
    }
}
