package org.zhongchuang.money.ledger;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to set budgets. */
public sealed interface Budgeting {

    /**
     * They stand in the books.
     *
     * @param made how many lines are new
     */
    record Done(int made) implements Budgeting {}

    record Refused(Reason reason) implements Budgeting {}

    /** Why nothing was posted. */
    enum Reason implements Refusal {
        YEAR_CLOSED("没有记账：该年度已经结账。", "Nothing was posted: that year is closed.", "a_closed_year_takes_nothing_new"),
        NOT_ENOUGH(
                "没有记账：调减超过结余。", "Nothing was posted: a cut exceeds what is left.", "no_account_falls_below_its_floor"),
        OTHER_SUM(
                "没有记账：同一文号、事项已按另外的金额下达。",
                "Nothing was posted: that document has set the line to another sum.",
                "a_key_means_one_posting");

        private final Text text;
        private final String constraint;

        Reason(String zh, String en, String constraint) {
            this.text = Text.of(zh, en);
            this.constraint = constraint;
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return Set.of(constraint);
        }
    }

    static Budgeting refused(Reason reason) {
        return new Refused(reason);
    }
}
