package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhongchuang.PackTexts;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.DecisionFile.Verification;
import org.zhongchuang.law.policy.Edition;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.recovery.Affected;
import org.zhongchuang.money.recovery.JudgeAgain;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.decision.SignDecision;

/** A case is judged by the edition it was filed under, and its decision is signed once, when it is made. */
class DecisionsStandTests extends MoneyCity {

    @Autowired
    private Policies policies;

    @Autowired
    private Amounts amounts;

    @Autowired
    private SignDecision sign;

    @Autowired
    private JudgeAgain again;

    @Autowired
    private Affected affected;

    private static Edition withMatch(String formula) {
        return Edition.of(PackTexts.jiaxingMatching(formula), List.of());
    }

    /** As if the case had been filed while that edition was in force. */
    private void fileUnder(CaseId id, Edition edition) {
        jdbc.sql("""
                        insert into policy.edition (edition, pack, packed, kept_at)
                        values (:edition, 'jiaxing-2015-90', :packed, now()) on conflict do nothing
                        """)
                .param("edition", edition.pack().edition())
                .param("packed", edition.packed())
                .update();
        jdbc.sql("update casework.case_file set edition = :edition where id = :id")
                .param("edition", edition.pack().edition())
                .param("id", id.value())
                .update();
    }

    private String fileOf(CaseId id) {
        return sign.of(file(id)).orElseThrow();
    }

    @Test
    void aCaseIsJudgedAndDecidedByTheEditionItWasFiledUnder() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证一");
        var id = published(operator, space, match);
        assertThat(file(id).edition())
                .isEqualTo(policies.current().home("award-match").edition());
        assertThat(amounts.computed(file(id))).contains(AWARD);

        var half = withMatch("upstream_amount * match_ratio * 0.5");
        fileUnder(id, half);
        assertThat(amounts.computed(file(id))).contains(HALF);

        waitOut(id);
        fund("award-match", HALF);
        done(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕8号", CITY, List.of()));
        var award = awards.byNumber(file(id).caseNumber()).orElseThrow();
        assertThat(award.fen()).isEqualTo(HALF);
        assertThat(award.edition()).isEqualTo(half.pack().edition());
        assertThat(DecisionFile.verify(fileOf(id)))
                .isInstanceOfSatisfying(
                        Verification.Same.class,
                        same -> assertThat(same.edition()).isEqualTo(half.pack().edition()));
    }

    @Test
    void theSignedFileOfADecisionIsTheSameToTheLastByteWhateverChangesLater() {
        var award = awarded(newOperator());
        var id = award.caseFile();
        var signed = fileOf(id);
        assertThat(DecisionFile.verify(signed)).isInstanceOf(Verification.Same.class);

        asOwner()
                .sql("update casework.fact set value = '100000' where case_file = :id and fact = 'upstream_amount'")
                .param("id", id.value())
                .update();
        asOwner()
                .sql("update casework.case_file set space_name = '改过的名字' where id = :id")
                .param("id", id.value())
                .update();
        assertThat(fileOf(id)).isEqualTo(signed);
        assertThat(signed).contains("\"pack\":\"H4sI").contains("200000.00");
        assertThatThrownBy(() -> asOwner()
                        .sql("delete from decision.file where case_file = :id")
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anAwardIsJudgedAgainByTheRulesItWasFiledUnder() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证一");
        var id = published(operator, space, match);
        fileUnder(id, withMatch("max(upstream_amount * match_ratio, 200000.00)"));
        waitOut(id);
        fund("award-match", AWARD);
        done(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕9号", CITY, List.of()));
        var award = awards.byNumber(file(id).caseNumber()).orElseThrow();

        // By the rules in force the match would be lower now.
        jdbc.sql("update award.higher_award set fen = :fen, received = :fen where id = :id")
                .param("fen", HALF.value())
                .param("id", match)
                .update();
        jdbc.sql("delete from recovery.look").update();
        again.settle();
        assertThat(affected.list(actor("city1")))
                .extracting(Affected.Decision::award)
                .doesNotContain(award.id());
        jdbc.sql("update award.higher_award set fen = :fen, received = :fen where id = :id")
                .param("fen", AWARD.value())
                .param("id", match)
                .update();
    }

    @Test
    void aCaseThatWasFiledBeforeEditionsWereKeptIsDecidedByThePresentRules() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证一");
        var id = published(operator, space, match);
        waitOut(id);
        fund("award-match", AWARD);
        var rule = "a_case_is_judged_by_an_edition_that_is_kept";
        attackAsOwner("""
                alter table casework.case_file drop constraint %1$s;
                update casework.case_file set edition = 'begun under ' || edition where id = '%2$s';
                alter table casework.case_file add constraint %1$s foreign key (edition) references policy.edition not valid;
                """.formatted(rule, id.value()));
        assertThat(file(id).edition()).startsWith("begun under ");

        done(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕10号", CITY, List.of()));
        var award = awards.byNumber(file(id).caseNumber()).orElseThrow();
        assertThat(award.fen()).isEqualTo(AWARD);
        assertThat(award.edition())
                .isEqualTo(policies.current().home("award-match").edition());
        assertThat(DecisionFile.verify(fileOf(id))).isInstanceOf(Verification.Same.class);
    }
}
