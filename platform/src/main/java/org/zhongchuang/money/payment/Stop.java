package org.zhongchuang.money.payment;

import org.zhongchuang.engine.Text;

/** Why nothing is paid of an award for now. */
public enum Stop {
    JUDGED("决定需要复核", "the decision is looked at again"),
    FINDING("疑点属实，处理完毕前不支付", "a finding is true; nothing is paid until it is dealt with");

    private final Text label;

    Stop(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Where it is dealt with, for the award of that number. */
    public String address(String number) {
        return this == FINDING ? "/warnings?case=" + number : "/recoveries";
    }
}
