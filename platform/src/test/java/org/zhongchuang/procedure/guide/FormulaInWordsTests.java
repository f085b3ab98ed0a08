package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.law.policy.Policies;

/** The working of a calculator is read without knowing the names that a pack gives to things. */
class FormulaInWordsTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private Policies policies;

    @Test
    void conditionsOfSeveralAreTakenTogetherAndAChoiceIsCalledAsItsFactCallsIt() {
        var pack = policies.current();
        var programme = pack.programme("small-profit-tax");
        assertThat(FormulaInWords.of(pack, programme, Formula.parse("a and (b or c)"))
                        .zh())
                .isEqualTo("a为是，并且（b为是，或者c为是）");
        assertThat(FormulaInWords.of(pack, programme, Formula.parse("(a and b) or c"))
                        .zh())
                .isEqualTo("（a为是，并且b为是），或者c为是");
        for (var fact : pack.facts().values()) {
            for (var option : fact.options()) {
                var said =
                        FormulaInWords.of(pack, programme, Formula.parse(fact.id() + " = \"" + option.code() + "\""));
                assertThat(said.zh())
                        .as(fact.id())
                        .endsWith("为" + option.label().zh());
            }
        }
    }

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
