package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** The working of a calculator is read without knowing the names that a pack gives to things. */
class FormulaInWordsTests extends TestCity {

    @LocalServerPort
    private int port;

    @Test
    void theWorkingIsToldInWordsAndOfficialsMayUnfoldTheFormula() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port);
                var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var path = "/calculators/award-match";
            assertThat(visitor.opens(path).body())
                    .contains("上级奖励金额 × 地方配套比例，保留2位小数，四舍五入")
                    .doesNotContain("upstream_amount *");
            assertThat(officer.opens(path).body()).contains("round(upstream_amount * match_ratio, 2, half_up)");
        }
    }
}
