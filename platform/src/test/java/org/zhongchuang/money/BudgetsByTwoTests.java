package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.BudgetProposal;
import org.zhongchuang.money.ledger.BudgetProposals;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgeting.Reason;
import org.zhongchuang.money.ledger.Budgets;

/** A budget is proposed by one officer, read beside what stands in the books, and approved by another. */
class BudgetsByTwoTests extends MoneyCity {

    private static final String MAKER = "f330421-1";
    private static final String COUNTY = "330421";
    private static final int YEAR = 2017;

    @Autowired
    private BudgetProposals proposals;

    private final String document = "测试双〔2017〕" + UUID.randomUUID().toString().substring(0, 8);

    private Budgets.Line line(Fen fen) {
        return new Budgets.Line(YEAR, "running-costs", fen, document);
    }

    private UUID proposed(Fen fen) {
        return ((Budgeting.Proposed) budgets.propose(actor(MAKER), List.of(line(fen)))).id();
    }

    private Fen left() {
        return ledger.balance(new Account(Kind.BUDGET, COUNTY, YEAR, "running-costs", ""));
    }

    @Test
    void whatOneProposesIsBookedOnlyWhenAnotherApproves() {
        var before = left();
        var id = proposed(HALF);
        assertThat(left()).isEqualTo(before);
        assertThat(budgets.approve(actor(MAKER), id)).isEqualTo(Budgeting.refused(Reason.SAME_PERSON));
        assertThat(budgets.approve(actor("finance-officer"), id)).isEqualTo(Budgeting.refused(Reason.NO_PROPOSAL));
        assertThatThrownBy(() -> jdbc.sql(
                                "update ledger.budget_proposal set state = 'APPROVED', decided_by = proposed_by, decided_at = now() where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(budgets.approve(actor("f330421-2"), id)).isEqualTo(new Budgeting.Done(1));
        assertThat(left()).isEqualTo(before.plus(HALF));
        assertThat(budgets.approve(actor("f330421-3"), id)).isEqualTo(Budgeting.refused(Reason.NO_PROPOSAL));
        booksHold();
    }

    @Test
    void whatIsProposedStandsBesideTheBudgetAsItIs() {
        budgets.approve(actor("f330421-2"), proposed(HALF));
        var second = ((Budgeting.Proposed) budgets.propose(
                        actor(MAKER), List.of(new Budgets.Line(YEAR, "running-costs", QUARTER, document + "二"))))
                .id();
        var waiting = proposals.waiting(COUNTY).stream()
                .filter(one -> one.id().equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.proposer()).isEqualTo(actor(MAKER).name());
        assertThat(waiting.lines())
                .singleElement()
                .extracting(BudgetProposal.Planned::after)
                .isEqualTo(waiting.lines().getFirst().before().plus(QUARTER));
        assertThat(budgets.drop(actor(MAKER), second)).isInstanceOf(Budgeting.Done.class);
        assertThat(proposals.waiting(COUNTY)).noneMatch(one -> one.id().equals(second));
    }

    @Test
    void aLineThatIsBookedOrWaitsIsToldAndNotProposedAgain() {
        var id = proposed(HALF);
        assertThat(budgets.propose(actor(MAKER), List.of(line(HALF))))
                .isEqualTo(Budgeting.refused(Reason.WAITS_ALREADY));
        budgets.approve(actor("f330421-2"), id);
        assertThat(budgets.propose(actor(MAKER), List.of(line(HALF))))
                .isInstanceOfSatisfying(
                        Budgeting.Proposed.class,
                        none -> assertThat(none.lines()).isZero());
        assertThat(budgets.propose(actor(MAKER), List.of(line(QUARTER))))
                .isEqualTo(Budgeting.refused(Reason.OTHER_SUM));
        assertThat(budgets.propose(
                        actor(MAKER),
                        List.of(new Budgets.Line(YEAR, "running-costs", new Fen(-1_000_000_000_000L), document + "减"))))
                .isEqualTo(Budgeting.refused(Reason.NOT_ENOUGH));
    }
}
