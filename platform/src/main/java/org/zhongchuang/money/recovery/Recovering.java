package org.zhongchuang.money.recovery;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.InTheWay;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to take money back. */
public sealed interface Recovering {

    record Done(UUID id) implements Recovering {}

    /**
     * It was not done.
     *
     * @param inTheWay the claim that it was refused for
     */
    record Refused(Reason reason, Optional<InTheWay> inTheWay) implements Recovering, Refusal {

        public Refused(Reason reason) {
            this(reason, Optional.empty());
        }

        @Override
        public String name() {
            return reason.name();
        }

        @Override
        public Text text() {
            return reason.text();
        }
    }

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NOT_YOURS("不归您办理。", "That is not for you to do."),
        NOT_COMPLETE(
                "请写明金额、10到2000字的理由；确认须有2到60字的文号。",
                "Give the sum and reasons of 10 to 2,000 characters; a confirmation names its document."),
        NO_GROUND("请选择追回的原因。", "Choose the ground on which it is taken back."),
        MORE_THAN_PAID(
                "不能超过已支付、尚未收回的金额。",
                "No more can come back than was paid and has not come back.",
                "no_more_is_claimed_back_than_was_paid"),
        OPEN_ALREADY("这笔资金已有一件追回在办。", "A claim on that award is open already.", "one_open_claim_per_award"),
        SAME_PERSON("提出人不能确认。", "Who proposed it may not confirm it."),
        WRONG_STATE("现在的状态不适用。", "It does not apply to the present state."),
        NO_RULES(
                "本市的文件没有规定追回的期限，不能确认追回。",
                "No document of the city says how long one has to repay or to appeal; the claim cannot be confirmed."),
        TOO_LATE("已超过申请复议的期限。", "The time to appeal is over."),
        NOTHING_TO_OFFSET("没有可以抵扣的待支付款项。", "There is nothing committed to offset it against."),
        PARTS_DIFFER("分期合计须等于应收回金额。", "The parts must add up to what is due.");
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

    static Recovering refused(Reason reason) {
        return new Refused(reason);
    }
}
