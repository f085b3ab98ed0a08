package org.zhongchuang.ground.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.sheet.OpenData.Field;

/** What may be taken away without an account stands on one page, and is what that page says it is. */
class OpenDataTests extends TestCity {

    @Autowired
    private List<OpenData> sources;

    @LocalServerPort
    private int port;

    @Test
    void everySetOfDataIsOnThePageWithItsFieldsAndAnswersToAnybody() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            var page = visitor.opens("/data").body();

            assertThat(page).contains("data-licence");
            // The headings in a file may be Chinese only: whoever reads English finds them beside the names.
            assertThat(visitor.opens("/data?lang=en").body())
                    .contains("<small class=\"text-secondary\" lang=\"zh-CN\">编号</small>");
            assertThat(sources).hasSizeGreaterThanOrEqualTo(4);
            for (var source : sources) {
                var set = source.dataset();
                assertThat(page).contains(set.title().zh());
                for (var field : set.fields()) {
                    assertThat(page).contains(field.name().zh(), field.means().zh());
                }
                for (var copy : set.copies()) {
                    assertThat(page).contains("href=\"" + copy.address() + "\"");
                    // Without any award there is no document in the form of 360Giving.
                    assertThat(visitor.opens(copy.address()).statusCode())
                            .as(copy.address())
                            .isIn(200, copy.form().zh().contains("360Giving") ? 404 : 200);
                }
            }
        }
    }

    @Test
    void theHeadingsOfATableAreTheFieldsThatAreDescribed() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            var described = sources.stream()
                    .map(OpenData::dataset)
                    .filter(set -> set.copies().stream()
                            .anyMatch(copy -> copy.address().equals("/awards.csv")))
                    .flatMap(set -> Field.names(set.fields()).stream())
                    .map(Text::zh)
                    .collect(Collectors.joining(","));

            assertThat(visitor.opens("/awards.csv").body().lines().findFirst().orElse(""))
                    .endsWith(described);
        }
    }
}
