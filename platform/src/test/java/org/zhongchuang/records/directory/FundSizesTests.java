package org.zhongchuang.records.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.records.directory.Directory.Query;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;

/** The list of funds says how large each is, and what it comes to is the figure among the targets. */
class FundSizesTests extends TestCity {

    @Autowired
    private Directory directory;

    @Autowired
    private Targets targets;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void theSizesInTheListAddUpToTheCapitalOfTheTargets() {
        var today = LocalDate.now(clock);
        var listed = new ArrayList<Subject>();
        directory.export(new Query(SubjectKind.FUND, "", null, List.of(), ""), listed::add);
        var sizes = targets.paidIn(listed.stream().map(Subject::id).toList(), today);
        var funds = targets.funds(today);

        assertThat(sizes).isNotEmpty();
        assertThat(sizes.values().stream().reduce(Fen.ZERO, Fen::plus)).isEqualTo(funds.listed());
        assertThat(targets.fundsOn(today))
                .isEqualByComparingTo(
                        funds.listed().plus(funds.others()).minus(funds.twice()).toYuan());
        assertThat(targets.paidIn(List.of(new SubjectId(UUID.randomUUID())), today))
                .isEmpty();
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(visitor.opens("/directory?kind=fund").body())
                    .contains("实缴规模", "data-funds=\"" + funds.total().yuan() + "\"", "href=\"/targets\"");
            assertThat(visitor.opens("/directory?kind=space").body()).doesNotContain("data-funds");
        }
    }

    @Test
    void theListThatATargetOpensHasAllWhoCountForItButThoseWhoAreNotPublic() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            for (var target : List.of("spaces", "venture_firms", "talents", "mentors_2020", "high_tech_firms")) {
                var count = targets.of(target);
                assertThat(visitor.opens(Counted.rows(target).orElseThrow()).body())
                        .as(target)
                        .contains("data-total=\"" + (count.reached().longValueExact() - count.unlisted()) + "\"");
            }
            assertThat(Counted.rows("a target of another city")).isEmpty();
            var both = "/directory?kind=space&trait=level_city:yes&trait=level_city:yes~level_national:yes";
            assertThat(visitor.opens(both).body()).contains("href=\"/directory?kind=space&amp;trait=level_city:yes\"");
        }
    }

    @Test
    void theTargetsSayOfWhichDayTheyAreWhichMoneyCountsAndThatNotEverybodyIsNamed() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(visitor.opens("/targets").body())
                    .contains("是 " + Shown.day(LocalDate.now(clock)).zh() + " 的数", "本页按实缴计")
                    .contains("data-counted=\"talents\"", "data-counted=\"mentors_2020\"", "没有公开，只计数")
                    .doesNotContain("点开就是名单");
        }
    }
}
