package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PackTexts;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PolicyPack;

/** Every edition of the rules is kept: a later one changes nothing for what was filed under an earlier one. */
class EditionsTests extends PackedCity {

    private static final Pattern AMOUNT = Pattern.compile("(?m)^(  amount: )([0-9.]+)$");
    private static final LocalDate FILED = LocalDate.of(2017, 3, 15);

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    private static Map<String, String> withHalfTheMatch() {
        var files = PackTexts.jiaxingMatching("upstream_amount * match_ratio * 0.5");
        files.computeIfPresent(
                "cases/award-match.yaml",
                (_, text) -> AMOUNT.matcher(text)
                        .replaceAll(found -> found.group(1)
                                + new BigDecimal(found.group(2)).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP)));
        return files;
    }

    private static Fen match(PolicyPack rules) {
        var facts = Map.of(
                "upstream_level", "province",
                "upstream_document", "浙科发〔2017〕1号",
                "upstream_amount", "200000",
                "already_matched", "false");
        return rules.evaluate("award-match", FILED, Answers.values(rules.facts(), facts), true)
                .amount()
                .orElseThrow();
    }

    @Test
    void whatWasFiledIsJudgedByItsEditionWhenAnotherIsInForce() {
        var filed = policies.pin("award-match");
        var later = startedWith(Map.of("jiaxing-2015-90", withHalfTheMatch()));

        assertThat(match(later.current())).isEqualTo(Fen.ofYuan(100_000));
        assertThat(later.edition(filed, "award-match").pack().edition()).isEqualTo(filed);
        assertThat(match(later.edition(filed, "award-match").pack())).isEqualTo(Fen.ofYuan(200_000));
        assertThat(match(later.again(filed, "award-match", FILED))).isEqualTo(Fen.ofYuan(200_000));

        var filedLater = later.pin("award-match");
        assertThat(match(policies.edition(filedLater, "award-match").pack())).isEqualTo(Fen.ofYuan(100_000));
    }

    @Test
    void aValueReachesBackOnlyWhereADocumentSaysSo() {
        var filed = policies.pin("award-match");
        var files = PackTexts.jiaxing();
        files.computeIfPresent("parameters/match-ratio.yaml", (_, text) -> text.replaceFirst("(?s)values:.*", """
                        values:
                          - from: 2015-12-01
                            is: 50
                            basis: { zh: "嘉政办发〔2015〕90号", en: "Document 90" }
                            standing: fixed
                        """));
        var other = Edition.of(files, List.of()).pack();
        assertThat(match(other)).isEqualTo(Fen.ofYuan(100_000));
        assertThat(match(policies.edition(filed, "award-match").pack().reachedBy(other, FILED)))
                .isEqualTo(Fen.ofYuan(200_000));

        files.computeIfPresent(
                "parameters/match-ratio.yaml",
                (_, text) -> text.replace("standing: fixed", "standing: fixed\n    recorded: 2018-01-01"));
        var reaching = Edition.of(files, List.of()).pack();
        assertThat(match(policies.edition(filed, "award-match").pack().reachedBy(reaching, FILED)))
                .isEqualTo(Fen.ofYuan(100_000));
    }

    @Test
    void aProgrammeThatIsGoneIsStillCalledByItsName() {
        policies.pin("award-match");
        var files = PackTexts.jiaxing();
        files.keySet().removeIf(path -> path.endsWith("/award-match.yaml"));
        files.replaceAll((_, text) -> text.replaceAll("(?m)^.*award-match.*$", ""));
        var pack = Edition.of(files, List.of()).pack();
        assertThat(pack.programmes()).doesNotContainKey("award-match");

        var former = editions.former(pack);
        assertThat(former).containsOnlyKeys("award-match");
        var remembering = pack.remembering(former);
        assertThat(remembering.programme("award-match").title().zh()).contains("配套");
        assertThat(remembering.programmes()).doesNotContainKey("award-match");
        assertThat(remembering.edition()).isEqualTo(pack.edition());
    }

    @Test
    void anEditionWithValuesThatWereSetIsFoundAgainWithThem() {
        var lines = List.of("match_ratio 2017-01-01 25 测试〔2016〕1号");
        var set = Edition.of(PackTexts.jiaxing(), lines);
        policies.pin("award-match");
        policies.keep(set);
        policies.keep(set);
        var found = policies.edition(set.pack().edition(), "award-match");
        assertThat(found.set()).isEqualTo(lines);
        assertThat(match(found.pack())).isEqualTo(Fen.ofYuan(50_000));
    }

    @Test
    void aValueOfAParameterThatIsGoneIsPassedOver() {
        var pack = Edition.of(PackTexts.jiaxing(), List.of()).pack();
        var overlaid = Policies.overlaid(pack, List.of("no_such_parameter 2017-01-01 5 测试〔2016〕1号"));
        assertThat(overlaid.parameters()).isEqualTo(pack.parameters());
        assertThat(overlaid.edition()).isNotEqualTo(pack.edition());
    }

    @Test
    void whatRestsOnNoEditionThatIsKeptIsJudgedByThePresentRules() {
        var today = policies.current().home("award-match").edition();
        assertThat(policies.edition("begun under " + today, "award-match")
                        .pack()
                        .edition())
                .isEqualTo(today);
    }

    @Test
    void anEditionThatIsUnknownAtFirstIsFoundOnceItIsKept() {
        var later =
                Edition.of(PackTexts.jiaxing(), List.of("match_ratio 2017-01-01 25 测试〔" + UUID.randomUUID() + "〕1号"));
        var name = later.pack().edition();
        assertThat(editions.find(name)).isEmpty();
        assertThat(editions.find(name)).isEmpty();
        policies.keep(later);
        assertThat(editions.find(name)).isPresent();
    }

    @Test
    void theProgrammesOfAPublishedEditionAreKeptOnce() {
        var published = Edition.of(PackTexts.jiaxing(), List.of());
        editions.keep(published);
        editions.keep(published);
        assertThat(jdbc.sql("select count(*) from policy.edition_programme where edition = :edition")
                        .param("edition", published.pack().edition())
                        .query(Integer.class)
                        .single())
                .isEqualTo(published.pack().programmes().size());
    }

    @Test
    void anEditionIsNeverChanged() {
        policies.pin("award-match");
        assertThatThrownBy(() ->
                        jdbc.sql("update policy.edition set pack = 'other'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> attackAsOwner("delete from policy.edition_programme"))
                .isInstanceOf(DataAccessException.class);
    }
}
