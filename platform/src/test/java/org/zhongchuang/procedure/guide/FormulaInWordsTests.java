package org.zhongchuang.procedure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.PackReader;
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
    void listsAndRecordsWithinRecordsAreToldByTheirNames() throws IOException {
        var pack = PackReader.read(files(Path.of("../cities/yunting/yunting-2018-7")));
        var programme = pack.programme("industry-base");

        assertThat(FormulaInWords.of(pack, programme, "independent_firms").zh())
                .isEqualTo("入驻企业中行业代码以“重点支持的行业（国民经济行业分类代码）”中的代码开头，" + "并且股权中（企业代码为入驻企业的企业代码，并且股东代码为运营单位代码）的条数为0的条数");
        assertThat(FormulaInWords.of(
                                pack,
                                programme,
                                Formula.parse("base_operator in supported_industries@2018-06-01"
                                        + " or begins(base_operator, \"91\")"))
                        .zh())
                .isEqualTo("运营单位代码在“重点支持的行业（国民经济行业分类代码）（按2018年6月1日的规定）”之内，或者运营单位代码以“91”开头");
    }

    private static Map<String, String> files(Path pack) throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(pack)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(pack.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
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
