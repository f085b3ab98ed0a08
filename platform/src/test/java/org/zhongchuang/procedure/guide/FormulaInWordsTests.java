package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.law.policy.Policies;

/** The working of a calculator is read without knowing the names that a pack gives to things. */
class FormulaInWordsTests extends TestCity {

    @Autowired
    private Policies policies;

    @LocalServerPort
    private int port;

    @Test
    void everyNameInEveryFormulaHasItsWords() {
        var pack = policies.current();
        assertThat(new FormulaInWords(pack, pack.programme("small-profit-tax"))
                        .of("if sector = \"industry\" then industry_staff else 0")
                        .zh())
                .contains("= “工业”");
        for (var programme : pack.programmes().values()) {
            var words = new FormulaInWords(pack, programme);
            for (var term : programme.terms()) {
                var told = words.of(term.written());
                assertThat(told.zh().replaceAll("\"[^\"]*\"", ""))
                        .as(programme.id() + " " + term.id())
                        .doesNotContainPattern("[a-z]+_[a-z]+");
            }
        }
    }

    @Test
    void theWorkingIsToldInWordsAndOfficialsMayUnfoldTheFormula() {
        try (var visitor = PlainBrowser.at("http://localhost:" + port);
                var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var path = "/calculators/award-match";
            assertThat(visitor.opens(path).body())
                    .contains("取整(上级奖励金额 × 地方配套比例, 2, 四舍五入)")
                    .doesNotContain("upstream_amount *");
            assertThat(officer.opens(path).body()).contains("round(upstream_amount * match_ratio, 2, half_up)");
        }
    }
}
