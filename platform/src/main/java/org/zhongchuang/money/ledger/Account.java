package org.zhongchuang.money.ledger;

import org.zhongchuang.engine.Text;

/**
 * Where money stands.
 *
 * @param payer the area whose treasury it is
 * @param matter the award, or the higher award, that it is of; empty for a budget
 */
public record Account(Kind kind, String payer, int year, String programme, String matter) {

    /** What it means that money stands there. All but those that money comes from have a floor of nothing. */
    public enum Kind {
        /** What a council has approved, from which budgets come. */
        APPROPRIATION("预算安排", "Appropriation"),
        BUDGET("预算结余", "Left of the budget"),
        LAPSED("年终收回", "Lapsed"),
        COMMITTED("已承诺未支付", "Committed"),
        PAYABLE("已下达待到账", "On its way"),
        PAID("已支付", "Paid"),
        CLAIMED("追回认定", "Claimed back"),
        RECEIVABLE("应收回", "Receivable"),
        RETURNED("已收回", "Returned"),
        UPSTREAM("上级奖励", "Higher award"),
        COUNTERPART("可配套额度", "Room for matching"),
        MATCHED("已配套", "Matched");

        private final Text label;

        Kind(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** The account of another kind for the same payer, year, programme and matter. */
    public Account as(Kind other) {
        return new Account(other, payer, year, programme, matter);
    }
}
