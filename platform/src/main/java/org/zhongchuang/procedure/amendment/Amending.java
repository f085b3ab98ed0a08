package org.zhongchuang.procedure.amendment;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to change a value. */
public sealed interface Amending {

    record Done(Proposal proposal) implements Amending {}

    record Refused(Reason reason, String detail) implements Amending {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_PARAMETER("没有这个参数。", "There is no such parameter."),
        FIXED_BY_DOCUMENT("这个数值由文件本身规定，不能另行确定。", "The document itself fixes this value; it cannot be set."),
        NOT_A_VALUE(
                "请填写不小于0的数字，小数位数不超过该单位的规定。", "Write a number of at least 0 with no more decimals than its unit has."),
        NOT_A_DAY("请填写生效日期，例如 2017-07-01。", "Write the day from which it holds, such as 2017-07-01."),
        TOO_EARLY(
                "生效日期最早为明天：规定不溯及既往，已经申报的按申报日的规定办理。",
                "It can hold from tomorrow at the earliest: rules do not reach back, and what was filed keeps those of the day of filing."),
        NO_DOCUMENT(
                "请填写设定数值的文号：机关代字、年份和序号，例如：嘉科〔2018〕12号。",
                "Give the number of the document that sets it: the characters of the office, the year in brackets and its place, such as 嘉科〔2018〕12号."),
        NO_REASON("请写明理由，2到1000个字。", "Give the reason, 2 to 1,000 characters."),
        ALREADY_OPEN("这个参数已有一项待审批的调整。", "A change of this parameter is waiting for approval already."),
        SAME_VALUE("该日已经确定过数值。", "A value has been set for that day already.", "one_value_a_day"),
        BREAKS_A_PROMISE("这个数值会使规则自相矛盾：", "With this value the rules would contradict themselves: "),
        EMPTY_SHEET("请至少填写一个数值。", "Write at least one value."),
        NO_SUCH_PROPOSAL("没有这项调整。", "There is no such proposal."),
        NOT_OPEN("这项调整已经办结。", "This proposal has been decided."),
        SAME_PERSON("提出人不能批准自己的调整。", "Who proposed it may not decide it.");

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

    static Amending refused(Reason reason) {
        return new Refused(reason, "");
    }
}
