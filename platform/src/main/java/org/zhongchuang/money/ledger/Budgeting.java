package org.zhongchuang.money.ledger;

import java.util.Set;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to propose, approve or drop budgets. */
public sealed interface Budgeting {

    /**
     * They stand in the books.
     *
     * @param made how many lines are new
     */
    record Done(int made) implements Budgeting {}

    /**
     * They wait for another officer of the treasury.
     *
     * @param lines how many do; lines that stand in the books already are not proposed again
     */
    record Proposed(UUID id, int lines) implements Budgeting {}

    record Refused(Reason reason) implements Budgeting {}

    /** Why nothing was posted. */
    enum Reason implements Refusal {
        YEAR_CLOSED("没有记账：该年度已经结账。", "Nothing was posted: that year is closed.", "a_closed_year_takes_nothing_new"),
        NOT_ENOUGH(
                "没有记账：调减超过结余。", "Nothing was posted: a cut exceeds what is left.", "no_account_falls_below_its_floor"),
        OTHER_SUM(
                "没有记账：同一文号、事项已按另外的金额下达。",
                "Nothing was posted: that document has set the line to another sum.",
                "a_key_means_one_posting"),
        WAITS_ALREADY(
                "没有提交：同一年度、事项和文号已在待审批的预算里。",
                "Nothing was proposed: the same year, programme and document wait for approval already."),
        NO_PROPOSAL("没有这份待审批的预算，可能刚刚有人办理。", "No such budget waits; somebody may just have decided on it."),
        SAME_PERSON(
                "预算须由提出人以外的人审批。",
                "Who proposed a budget may not approve it.",
                "who_proposes_a_budget_does_not_approve_it");

        private final Text text;
        private final Set<String> constraints;

        Reason(String zh, String en, String... constraints) {
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    static Budgeting refused(Reason reason) {
        return new Refused(reason);
    }
}
