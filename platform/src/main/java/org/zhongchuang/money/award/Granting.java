package org.zhongchuang.money.award;

import java.util.Set;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to keep the grounds and uses of awards. */
public sealed interface Granting {

    record Done(UUID id) implements Granting {}

    record Refused(Reason reason) implements Granting {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NOT_YOURS("不归您办理。", "That is not for you to do."),
        NO_SUCH_SUBJECT("没有找到这个登记对象，请从名录复制地址或填写代码。", "No such entry; give its address in the directory or its code."),
        NO_CHOICE("请从所列的选项中选择。", "Choose one of those that are listed."),
        NO_NAME("名称写2到80个字。", "Give a name of 2 to 80 characters."),
        NO_DOCUMENT("文号写4到60个字。", "Give a document number of 4 to 60 characters."),
        NO_SUM("金额写大于0的数，单位元，最多两位小数。", "Give a sum above nothing, in yuan, with at most two decimals."),
        NO_DAY("日期写成 2017-03-15 的样子，不晚于今天。", "Give a day such as 2017-03-15, not after today."),
        NO_RANK("等次写1到20的整数，1为第一等次。", "Give the grade as a number from 1 to 20; 1 is the first."),
        NO_PROOF("凭证或依据写2到200个字。", "Name the proof or the ground, 2 to 200 characters."),
        NO_VOUCHER("凭证号写4到24位数字或大写字母。", "A voucher has 4 to 24 digits or capital letters."),
        LONG_NOTE("说明不超过200个字。", "A note has at most 200 characters."),
        HIGHER_RECORDED(
                "同一单位、同一文号的上级奖励已经登记过。",
                "A higher award of that recipient with that document number is on record already.",
                "each_higher_award_once"),
        EVENT_RECORDED(
                "这个空间同名、同日的赛事已经登记过。",
                "An event of that name on that day is on record for that makerspace already.",
                "an_event_once"),
        PRIZE_RECORDED(
                "同一单位、同一大赛、同一文号的获奖已经登记过。",
                "That prize of that winner, by competition and document, is on record already.",
                "each_prize_once"),
        WITHDRAWN_ALREADY("这项上级奖励已经撤回。", "That higher award is withdrawn already."),
        SAME_PERSON("登记人不能核实自己登记的奖励。", "Who recorded it may not verify it."),
        TOO_MUCH("到账金额不能超过奖励金额。", "No more can have been received than was awarded."),
        MATCHED_ALREADY(
                "已经配套，须先收回配套资金。",
                "It has been matched; the match must be recovered first.",
                "no_account_falls_below_its_floor"),
        TOO_LATE(
                "举办日期写成 2017-03-15 的样子，晚于今天：赛事须在举办之前登记。",
                "Give a day after today, such as 2017-03-15: an event is registered before it is held."),
        PLAN_TOO_HIGH(
                "计划合计不能超过核定金额，每项大于0。",
                "The plan may not add up to more than the award; each item is above nothing.",
                "no_more_is_planned_than_awarded"),
        MORE_THAN_PAID("支出合计超过已到账的金额。", "More would be spent than has arrived.", "nothing_is_spent_before_it_is_paid"),
        VOUCHER_USED("这张凭证已经登记过。", "That voucher has been entered already.", "each_voucher_once");
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

    static Granting refused(Reason reason) {
        return new Refused(reason);
    }
}
