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
        NOT_COMPLETE(
                "请完整填写：名称2到80字，文号4到60字，金额大于0，日期不晚于今天。",
                "Fill in everything: a name, a document number, a sum above nothing, a day not after today."),
        RECORDED_ALREADY(
                "同一文号的奖励已经登记过。",
                "That award, by its document number, is on record already.",
                "each_higher_award_once",
                "an_event_once",
                "each_prize_once"),
        SAME_PERSON("登记人不能核实自己登记的奖励。", "Who recorded it may not verify it."),
        TOO_MUCH("到账金额不能超过奖励金额。", "No more can have been received than was awarded."),
        MATCHED_ALREADY(
                "已经配套，须先收回配套资金。",
                "It has been matched; the match must be recovered first.",
                "no_account_falls_below_its_floor"),
        TOO_LATE("赛事须在举办之前登记。", "An event is registered before it is held."),
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
