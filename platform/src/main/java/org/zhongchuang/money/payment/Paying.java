package org.zhongchuang.money.payment;

import java.util.Set;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to move a payment on. */
public sealed interface Paying {

    record Done(UUID id) implements Paying {}

    record Refused(Reason reason) implements Paying {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NOT_YOURS("不归您办理。", "That is not for you to do."),
        NO_HOLDER("请填写户名，2到80个字。", "Give the holder, 2 to 80 characters."),
        NO_BANK("请填写开户银行，2到80个字。", "Give the bank, 2 to 80 characters."),
        NOT_AN_ACCOUNT("账号是12到30位数字，请核对。", "The number has 12 to 30 digits; please check it."),
        WAITS_ALREADY("已有一个账户等待确认。", "An account waits to be confirmed already."),
        NO_SUCH_ACCOUNT("没有等待确认的账户。", "There is no account to confirm."),
        SAME_PERSON("制单、审批、支付须由不同的人办理。", "Making, approving and sending take different people."),
        NOTHING_QUEUED(
                "没有待支付的款项，可能刚刚有人制了批次。", "No payment waits; somebody may just have put those that did into a batch."),
        NOTHING_CHOSEN("没有选中任何款项，没有制批次。", "Nothing was chosen, so no batch was made."),
        NOT_PAYABLE_NOW(
                "所选款项中有的刚刚被别人制入批次，或已不能支付；没有制批次，请看清现在的队列再选。",
                "Something you chose was just put into a batch by somebody else or cannot be paid any more. No batch was made; "
                        + "look at the queue as it stands now and choose again."),
        NO_USABLE_ACCOUNT(
                "待支付的款项都还不能支付：须有可用的收款账户，且没有暂缓。",
                "None of the payments that wait can be paid: each needs a usable bank account and must not be held."),
        HELD(
                "批次中有需要复核的款项，请撤销批次后重新制单。",
                "A payment of the batch waits for a second look; drop the batch and make another."),
        STALE(
                "这个批次在您打开页面后有变动，请看清现在的状态再办。",
                "The batch has changed since you opened the page; look at it as it stands now."),
        WRONG_STATE("这个批次已经不在这一步。", "The batch has left this step."),
        NOT_A_RESULT(
                "回单没有导入，一行也没有登记：请按下面文件旁的提示改好，再导入一次。",
                "The result was not taken in, no line of it: mend what stands beside the file and send it again."),
        NOT_ARRIVED("这一笔没有到账，不能登记退票。", "That payment has not arrived, so it cannot have come back."),
        NO_REASON("请写明原因，2到200字。", "Say why, in 2 to 200 characters."),
        NO_BOUNCE("没有等待确认的退票。", "No bounce waits to be confirmed."),
        BOUNCE_BY_ANOTHER(
                "退票须由提出人和制单人以外的人确认。",
                "Who proposed the bounce or made the batch may not confirm it.",
                "who_proposes_a_bounce_does_not_confirm_it",
                "who_makes_a_batch_confirms_no_bounce"),
        CLAIMED_BACK(
                "这笔资金已确认追回，退票前须先撤销追回。",
                "Money of this award has been claimed back; drop the claim before it is booked as bounced.",
                "no_more_is_claimed_back_than_was_paid"),
        NOT_UNCLEAR("银行对这一笔没有前后不一的说法，或已核实。", "The bank has said one thing of that payment, or it is cleared already."),
        CLEARED_BY_ANOTHER(
                "由读入回单的人和制单人以外的人向银行核实。",
                "Somebody who neither read the file nor made the batch clears it with the bank.",
                "who_reads_an_answer_does_not_clear_it",
                "who_makes_a_batch_clears_no_answer"),
        PAID_ANEW(
                "这一笔已经另行制单支付。还没有送出的，先撤销那个批次；已经送出的，两笔都到账就是多付，请收款单位退回后按“确为退票”办结。",
                "That payment is being made anew already. If its batch has not been sent, drop it first; if it has, one of the two "
                        + "is too much: have the payee return it, then clear this one as bounced.");

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

        /** The field of the form of an account at which it is mended; empty where no field is to blame. */
        public String field() {
            return switch (this) {
                case NO_HOLDER -> "holder";
                case NO_BANK -> "bank";
                case NOT_AN_ACCOUNT -> "account";
                default -> "";
            };
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    static Paying refused(Reason reason) {
        return new Refused(reason);
    }
}
