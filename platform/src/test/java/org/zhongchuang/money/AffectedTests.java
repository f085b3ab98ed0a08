package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.recovery.Affected;
import org.zhongchuang.money.recovery.JudgeAgain;
import org.zhongchuang.money.statement.Statements;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.procedure.filing.Combination;
import org.zhongchuang.procedure.filing.Openings;

/** What changes after a decision is seen, and what could be had beside it is shown. */
class AffectedTests extends MoneyCity {

    @Autowired
    private Affected affected;

    @Autowired
    private JudgeAgain again;

    @Autowired
    private Combination combination;

    @Autowired
    private Openings openings;

    @Autowired
    private Statements statements;

    @Autowired
    private List<Occasions> occasions;

    @Autowired
    private Policies policies;

    private void lookAgain() {
        jdbc.sql("delete from recovery.look").update();
        again.settle();
    }

    private List<Affected.Decision> seenBy(String login, Award award) {
        return affected.list(actor(login)).stream()
                .filter(one -> one.award().equals(award.id()))
                .toList();
    }

    /** What the register of higher awards says of the ground of an award. */
    private void correct(Award award, Fen fen) {
        jdbc.sql("update award.higher_award set fen = :fen, received = :fen where id = :id")
                .param("fen", fen.value())
                .param("id", award.higher().orElseThrow())
                .update();
    }

    @Test
    void aDecisionThatCorrectedFactsMakeLowerIsListedUntilItIsKeptOrTheFactsChangeBack() {
        var award = awarded(newOperator());
        lookAgain();
        assertThat(seenBy("city1", award)).isEmpty();

        correct(award, HALF);
        lookAgain();
        assertThat(seenBy("city1", award)).singleElement().satisfies(one -> {
            assertThat(one.decided()).isEqualTo(AWARD);
            assertThat(one.now()).isEqualTo(HALF);
            assertThat(one.why()).contains("200000").contains("100000");
        });
        assertThat(seenBy("c330402-1", award)).hasSize(1);
        assertThat(seenBy("c330411-1", award)).isEmpty();
        assertThat(seenBy("f330411-1", award)).isEmpty();

        assertThat(affected.keep(actor("c330411-1"), award.id(), "与本县无关的决定")).isFalse();
        assertThat(affected.keep(actor("city1"), award.id(), "无")).isFalse();
        assertThat(affected.keep(actor("city1"), award.id(), "差额由上级另文明确，维持原决定。"))
                .isTrue();
        lookAgain();
        assertThat(seenBy("city1", award))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isPresent());

        correct(award, QUARTER);
        lookAgain();
        assertThat(seenBy("city1", award))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEmpty());
        correct(award, AWARD);
        lookAgain();
        assertThat(seenBy("city1", award)).isEmpty();
    }

    @Test
    void nothingIsPaidOfADecisionThatWaitsForASecondLook() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622266660001");
        payments.settle();
        correct(award, HALF);
        lookAgain();
        assertThat(payments.held()).containsKey(award.id());
        var made = makeBatch.make(actor("finance-officer"));
        assertThat(payments.ofAward(award.id())).extracting(one -> one.state()).containsExactly(Payment.State.QUEUED);
        if (made instanceof Paying.Done(var id)) {
            drop(actor("finance-officer"), id);
        }
        affected.keep(actor("city1"), award.id(), "上级补发文件，维持原决定。");

        var batch = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        approve(actor("finance-officer-2"), batch);
        approve(actor("finance-officer-3"), batch);
        correct(award, QUARTER);
        lookAgain();
        assertThat(send(actor("finance-officer-4"), batch)).isEqualTo(new Paying.Refused(Paying.Reason.HELD));
        assertThatThrownBy(() -> jdbc.sql("update payment.payment set state = 'SENT' where batch = :batch")
                        .param("batch", batch)
                        .update())
                .isInstanceOf(DataAccessException.class);
        correct(award, AWARD);
        lookAgain();
        assertThat(send(actor("finance-officer-4"), batch)).isInstanceOf(Paying.Done.class);
        booksHold();
    }

    @Test
    void whatBecomesOfAMakerspaceLaterTakesNothingFromWhatItWasGranted() {
        var space = recognisedSpace(newOperator(), LocalDate.of(2015, 3, 2));
        var programme = policies.current().programme("running-costs");
        var years = occasions.stream()
                .filter(one -> one.source() == Source.YEARS_OF_RECOGNITION)
                .findFirst()
                .orElseThrow();
        assertThat(years.open(programme, Optional.of(space.id())))
                .allSatisfy(ground -> assertThat(ground.facts()).containsKey("recognised"));
        assertThat(years.facts(programme, space.id(), "2016").orElseThrow())
                .containsKey("subsidy_year")
                .doesNotContainKey("recognised");
        assertThat(years.facts(programme, space.id(), "1999")).isEmpty();
    }

    @Test
    void nothingIsJudgedAgainOnTheSameDayByTheSameRules() {
        var award = awarded(newOperator());
        lookAgain();
        correct(award, HALF);
        again.settle();
        assertThat(seenBy("city1", award)).isEmpty();
        correct(award, AWARD);
    }

    @Test
    void whatAnApplicantCanHaveCountsEachGroundOnceBeforeAndAfterItIsClaimed() {
        Actor operator = newOperator();
        var space = newSpace(operator);
        assertThat(combination.of(operator, openings.of(operator))).isEmpty();
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        assertThat(combination.of(operator, openings.of(operator)))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.programme().id()).isEqualTo("award-match");
                    assertThat(part.alone()).isEqualTo(AWARD);
                    assertThat(part.together()).isEqualTo(AWARD);
                    assertThat(part.because()).isEmpty();
                });
        published(operator, space, match);
        assertThat(combination.of(operator, openings.of(operator)))
                .singleElement()
                .satisfies(part -> assertThat(part.together()).isEqualTo(AWARD));
    }

    @Test
    void statementsAddUpToTheSameByClauseByBeneficiaryAndByAward() {
        var award = awarded(newOperator());
        var all = new Statements.Scope("", 0, "", Optional.empty(), "");
        var clause = new Statements.Scope("", 0, award.clause(), Optional.empty(), "");
        var beneficiary = new Statements.Scope("", 0, "", Optional.of(award.subject()), "");
        assertThat(statements.byBeneficiary(beneficiary, 200)).singleElement().satisfies(line -> {
            assertThat(line.awards()).isOne();
            assertThat(line.promised()).isEqualTo(AWARD);
        });
        assertThat(sum(statements.byAward(clause, 1_000)))
                .isEqualTo(sum(statements.byClause(all).stream()
                        .filter(line -> line.key().equals(award.clause()))
                        .toList()));
        assertThat(sum(statements.byBeneficiary(all, 1_000))).isEqualTo(sum(statements.byClause(all)));
    }

    @Test
    void aStatementThatIsCutStillTellsTheSumOfAll() {
        awarded(newOperator());
        awarded(newOperator());
        var all = new Statements.Scope("", 0, "", Optional.empty(), "");
        var cut = statements.byAward(all, 1);
        assertThat(cut).hasSize(1);
        assertThat(statements.total(all).promised())
                .isEqualTo(sum(statements.byClause(all)))
                .isGreaterThan(sum(cut));
    }

    private static Fen sum(List<Statements.Line> lines) {
        return Fen.sum(lines.stream().map(Statements.Line::promised));
    }
}
