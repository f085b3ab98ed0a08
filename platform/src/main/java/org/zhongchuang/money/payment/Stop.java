package org.zhongchuang.money.payment;

import org.zhongchuang.engine.Text;

/** Why nothing is paid of an award for now. */
public enum Stop {
    JUDGED(
            "决定需要复核",
            "the decision is looked at again",
            "登记册的有关内容有更正，这笔决定正在复核，复核结束前暂停支付。",
            "Something in the registers was corrected; the decision is looked at again, and nothing more is paid until then."),
    FINDING(
            "疑点属实，处理完毕前不支付",
            "a finding is true; nothing is paid until it is dealt with",
            "这笔资金有情况正在核实处理，处理完毕前暂停支付。",
            "Something about this award is being dealt with; nothing more is paid until then."),
    BANK(
            "银行对同一笔款项先说退票、后说到账，核实前不支付",
            "the bank said that a payment bounced and later that it arrived; nothing is paid until that is cleared",
            "银行对这笔款项的回复前后不一，核实前暂停支付。",
            "The bank has said two different things of this payment; nothing more is paid until that is cleared.");

    private final Text label;
    private final Text told;

    Stop(String zh, String en, String toldZh, String toldEn) {
        label = Text.of(zh, en);
        told = Text.of(toldZh, toldEn);
    }

    /** What the beneficiary is told, without what was found. */
    public Text told() {
        return told;
    }

    public Text label() {
        return label;
    }

    /** Where it is dealt with, for the award of that number. */
    public String address(String number) {
        return switch (this) {
            case JUDGED -> "/recoveries?show=affected";
            case FINDING -> "/warnings?case=" + number;
            case BANK -> "/finance/stopped?q=" + number;
        };
    }
}
