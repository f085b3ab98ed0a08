package org.zhongchuang.money.payment;

import org.zhongchuang.engine.Text;

/** What comes next of a payment that bounced. */
public enum AfterBounce {
    NEEDS_ACCOUNT("等收款单位在“我的资金”提交另一个账户", "The payee has to give another account on the page “My money”"),
    TO_CONFIRM("新账户等财政确认", "The new account waits to be confirmed by the treasury"),
    TO_QUEUE("新账户已确认，即将重新排队", "The new account is confirmed; the payment is queued again shortly"),
    QUEUED("已重新排队，等待制单", "Queued again, waits for a batch"),
    UNDER_WAY("已重新制单支付", "In another batch"),
    PAID("已重新支付到账", "Paid again and arrived");

    private final Text text;

    AfterBounce(String zh, String en) {
        text = Text.of(zh, en);
    }

    /** Whether the sum is on its way once more, or has arrived. */
    public boolean isPaidAnew() {
        return this == UNDER_WAY || this == PAID;
    }

    public Text text() {
        return text;
    }
}
