package org.zhongchuang.procedure.guide;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;

/** Whatever part of the questions is answered, in whatever order, what is still missing is told in words. */
class PartialAnswersTests extends TestCity {

    private static final LocalDate ON = LocalDate.of(2016, 5, 1);
    private static final int ROUNDS = 60;

    @Autowired
    private Policies policies;

    @LocalServerPort
    private int port;

    @Test
    void theDayOfMovingInIsAskedForWhereContributionsAreGivenFirst() {
        var browser = new Browser(port);

        assertThat(browser.open("/benefits?for=firm&hired_on=2016-03-01&contributions=" + encoded("2016-04-15 800")))
                .isEqualTo(200);
        assertThat(browser.body()).contains("data-missing=\"resident_from\"").contains("入驻起始日期");
        assertThat(browser.open("/calculators/graduate-insurance-subsidy?contributions=" + encoded("2016-04-15 800")))
                .isEqualTo(200);
    }

    @Test
    void howATermIsWorkedOutIsSaidInWordsAndInNoCode() {
        var pack = policies.current();
        pack.programmes()
                .values()
                .forEach(programme -> programme.terms().forEach(term -> {
                    var said = FormulaInWords.of(pack, programme, term.id());
                    assertThat(said.zh())
                            .as("%s %s", programme.id(), term.id())
                            .doesNotContainPattern("[a-z]_[a-z]|[a-z]{3,}\\(")
                            .doesNotContain("null");
                    assertThat(said.en())
                            .as("%s %s", programme.id(), term.id())
                            .doesNotContainPattern("[a-z]_[a-z]|\\p{IsHan}")
                            .doesNotContain("null");
                }));
        assertThat(FormulaInWords.of(pack, pack.programme("running-costs"), "counted_rent")
                        .zh())
                .startsWith(Objects.requireNonNull(pack.facts().get("rent_paid"))
                                .label()
                                .zh() + " × （")
                .endsWith("，保留2位小数，余数舍去");
    }

    @Test
    void whateverIsMissingHasAName() {
        var pack = policies.current();
        var random = new Random(90);
        for (var programme : pack.programmes().values()) {
            for (var round = 0; round < ROUNDS; round++) {
                var answers = some(pack, programme, random);
                var result = Inquiry.of(pack, List.of(programme), answers, ON, random.nextBoolean())
                        .results()
                        .getFirst();
                result.findings()
                        .ifPresent(findings -> assertThat(pack.missing(findings.missing()))
                                .as("%s with %s", programme.id(), answers)
                                .hasSameSizeAs(findings.missing())
                                .allMatch(one -> one.label().zh().codePoints().anyMatch(Character::isIdeographic)));
            }
        }
    }

    @Test
    void everyCalculatorOpensWithAPartOfItsAnswers() {
        var pack = policies.current();
        var random = new Random(2015);
        var browser = new Browser(port);
        for (var programme : pack.programmes().values()) {
            for (var round = 0; round < 3; round++) {
                var answers = some(pack, programme, random);
                assertThat(browser.open("/calculators/" + programme.id() + "?" + query(answers)))
                        .as("%s with %s", programme.id(), answers)
                        .isEqualTo(200);
            }
        }
    }

    private static String query(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Answers to about half of the questions. */
    private static Map<String, String> some(PolicyPack pack, Programme programme, Random random) {
        var answers = new LinkedHashMap<String, String>();
        for (var fact : pack.factsOf(programme.id())) {
            if (random.nextBoolean()) {
                answers.put(fact.id(), answer(fact, random));
            }
        }
        return answers;
    }

    private static String answer(Fact fact, Random random) {
        return switch (fact.kind()) {
            case NUMBER -> String.valueOf(random.nextInt(1, 4000));
            case YES_NO -> String.valueOf(random.nextBoolean());
            case DAY -> ON.minusDays(random.nextInt(-400, 900)).toString();
            case CHOICE ->
                fact.options().get(random.nextInt(fact.options().size())).code();
            case TEXT -> "甲";
            case RECORDS ->
                fact.fields().stream().map(field -> answer(field, random)).collect(joining(" "))
                        + "\n"
                        + fact.fields().stream()
                                .map(field -> answer(field, random))
                                .collect(joining(" "));
        };
    }
}
